using Regard.Organisation;
namespace Regard.Measures;

/// <summary>Adds what the numbers do not say, with where it is shown.</summary>
/// <param name="Evidence">A page of Regard, from its first stroke on, or an address elsewhere.</param>
public sealed record AddSwotNote(Id<Unit> UnitId, SwotSide Side, string Words, string Evidence) : Change<Id<SwotNote>>
{
    public const int LongestWords = 500, LongestEvidence = 500;

    internal override Permission Needs => Permission.EditPlans;
    internal override string Subject => $"{UnitId} {Side}";

    internal override IEnumerable<Problem> Check()
    {
        if (string.IsNullOrWhiteSpace(Words)) yield return new(nameof(Words), "Say it in one sentence.");
        else if (Words.Length > LongestWords) yield return new(nameof(Words), "At most {0} characters.", LongestWords);
        if (!Enum.IsDefined(Side)) yield return new(nameof(Side), "Choose one of the four fields.");
        if (Evidence?.Length > LongestEvidence) yield return new(nameof(Evidence), "At most {0} characters.", LongestEvidence);
        else if (!IsAddress(Evidence?.Trim())) yield return new(nameof(Evidence), "Give the address of a page that shows it: one of Regard, such as /gaps, or one that begins with https://.");
    }

    internal override async Task<Id<SwotNote>> Run(Session s)
    {
        await UnitStore.InCareToday(s, UnitId, Needs);
        var id = Id<SwotNote>.New(s.Now);
        await s.Write("insert into swot_notes (id, unit_id, side, words, evidence, written_by, written_at) values (@id, @UnitId, @side, @words, @evidence, @Person, @Now)",
            new { id, UnitId, side = Side.ToString(), words = Words.Trim(), evidence = Evidence.Trim(), s.Caller.Person, s.Now });
        return id;
    }

    /// <summary>A browser reads two strokes, or a stroke turned round, as another site.</summary>
    static bool IsAddress(string? text) => text is { Length: > 0 } && !text.Any(char.IsControl) && (text[0] == '/' ? text is [_, .. var rest] && !(rest is ['/' or '\\', ..])
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http");
}
