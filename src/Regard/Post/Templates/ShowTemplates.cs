namespace Regard.Post.Templates;

/// <summary>All templates as they are now, in every language.</summary>
public sealed record ListTemplates : Question<IReadOnlyList<Template>>
{
    internal override Permission Needs => Permission.EditChannels;

    internal override async Task<IReadOnlyList<Template>> Run(Session s)
    {
        var changed = (await s.Many<Template>($"{TemplateStore.Select} where version = (select max(n.version) from templates n where n.key = t.key and n.language_tag = t.language_tag)")).ToDictionary(t => (t.Key, t.LanguageTag));
        return [.. TemplateKind.All.SelectMany(k => Languages.All.Select(l => changed.GetValueOrDefault((k.Key, l.Tag())) ?? k.Standard(l.Tag())))];
    }
}

/// <summary>One template and who wrote its versions.</summary>
public sealed record ShowTemplate(string Key, string LanguageTag) : Question<TemplateView>
{
    internal override Permission Needs => Permission.EditChannels;

    internal override async Task<TemplateView> Run(Session s) => new(await TemplateStore.Now(s, Key, LanguageTag), await s.Many<TemplateVersion>("""
        select t.version, p.name as made_by, t.made_at from templates t left join people p on p.id = t.made_by where t.key = @Key and t.language_tag = @LanguageTag order by t.version desc
        """, new { Key, LanguageTag }));
}

public sealed record TemplateView(Template Template, IReadOnlyList<TemplateVersion> Versions);

public sealed record TemplateVersion
{
    public required long Version { get; init; }
    public string? MadeBy { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
}

/// <summary>The words for a message, its places filled. For other areas, within their own operations.</summary>
sealed record FillTemplate(string Key, Language Language, IReadOnlyDictionary<string, string> Values) : Question<FilledTemplate>
{
    internal override Permission Needs => Permission.RunInstallation;

    internal override async Task<FilledTemplate> Run(Session s)
    {
        var t = await TemplateStore.Now(s, Key, Language.Tag());
        return new(Template.Fill(t.Subject, Values).ReplaceLineEndings(" "), Template.Fill(t.Body, Values));
    }
}
