using Regard.Indicators;
using Regard.Organisation;
using Regard.Surveys;
using Regard.Tests.Organisation;
using Regard.Visits;
using Regard.Work;
namespace Regard.Tests.Visits;

/// <summary>The small company with a competitor, and the forms for visits published.</summary>
public sealed class GivenVisits
{
    public required Company Company { get; init; }
    public TestOffice Test => Company.Test;
    public Id<Unit> Competitor { get; private set; }
    /// <summary>The smallest file that is a photo.</summary>
    public static byte[] Photo { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    public DateOnly Today => DateOnly.FromDateTime(Test.Clock.Now.UtcDateTime);

    readonly Dictionary<string, Id<FormVersion>> forms = [];

    public static async Task<GivenVisits> In(TestOffice t)
    {
        var given = new GivenVisits { Company = await Company.In(t) };
        await t.Do(new AdoptRaterTree());
        given.Competitor = await t.Do(new AddUnit("K1", "Rival", UnitKind.Competitor, null, new(2020, 1, 1)));
        return given;
    }

    public async Task<Id<FormVersion>> Form(string template)
    {
        if (forms.TryGetValue(template, out var known)) return known;
        var form = await Test.Do(new StartForm(template, template));
        return forms[template] = await Test.Do(new PublishForm(form, 1));
    }

    /// <summary>All done, except these; rated items get the middle.</summary>
    public async Task<SubmitVisit> Seen(string template, Id<Unit> unit, VisitKind kind, params string[] failed)
    {
        var version = await Form(template);
        var slots = (await Test.Do(new ShowFormVersion(version))).Document.Slots;
        return new()
        {
            Key = Guid.NewGuid(), UnitId = unit, Kind = kind, FormVersionId = version,
            Answers = new(slots.Select(s => KeyValuePair.Create(s.Key, Answer.Of(s.To > 1 ? (s.From + s.To) / 2 : failed.Contains(s.Key) ? 0 : 1)))),
            Photos = [.. failed.Select(f => new SentPhoto(f, Photo, "a.png"))],
        };
    }

    public async Task<IReadOnlyList<string>> Open(Caller of) => [.. (await Test.Do(new ListMyWork(), of)).Mine.Select(i => $"{i.Kind} {i.Title.In(Language.English)}").Order(StringComparer.Ordinal)];
}
