namespace Regard.Post.Templates;

/// <summary>Writes the next version of a template. After is the version that was changed.</summary>
public sealed record SaveTemplate(string Key, string LanguageTag, long After, string Title, string Body) : Change<long>
{
    internal override Permission Needs => Permission.EditChannels;
    internal override string Subject => $"{Key} {LanguageTag}";

    internal override IEnumerable<Problem> Check()
    {
        if (string.IsNullOrWhiteSpace(Title) || Title.Length > Template.LongestSubject || Title.Any(char.IsControl)) yield return new("Title", "Give a subject of one line and at most {0} characters.", Template.LongestSubject);
        if (string.IsNullOrWhiteSpace(Body) || Body.Length > Template.LongestBody) yield return new("Body", "Give a text of at most {0} characters.", Template.LongestBody);
        var places = TemplateKind.Of(Key).Places;
        if (Template.PlacesIn(Title).Except(places).FirstOrDefault() is { } unknown) yield return new("Title", "This message has no place called {0}.", $"{{{unknown}}}");
        if (Template.PlacesIn(Body).Except(places).FirstOrDefault() is { } none) yield return new("Body", "This message has no place called {0}.", $"{{{none}}}");
    }

    internal override async Task<long> Run(Session s)
    {
        var now = await TemplateStore.Now(s, Key, LanguageTag);
        if (now.Version != After)
        {
            var last = (await new ShowTemplate(Key, LanguageTag).Run(s)).Versions[0];
            throw Stale.SavedMeanwhile(last.MadeBy, last.MadeAt);
        }
        await s.Write("""
            insert into templates (key, language_tag, version, subject, body, made_by, made_at) values (@Key, @LanguageTag, @version, @title, @body, @Person, @Now)
            """, new { Key, LanguageTag, version = After + 1, title = Title.Trim(), body = Body.ReplaceLineEndings("\n").Trim(), s.Caller.Person, s.Now });
        return After + 1;
    }
}
