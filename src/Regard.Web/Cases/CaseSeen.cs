using Regard.Cases;
using Regard.Customers;
namespace Regard.Web.Cases;

/// <summary>A case as its page shows it, with what was typed when something did not go through.</summary>
public sealed record CaseSeen
{
    public required CaseWhole Whole { get; init; }
    public required IReadOnlyDictionary<ClockKind, TimeSpan> Left { get; init; }
    public required CasePlaces Places { get; init; }
    /// <summary>Who came with it, for readers who may see customers.</summary>
    public CustomerView? Customer { get; init; }
    public IReadOnlyList<CaseRow> Others { get; init; } = [];
    public required Regard.Care.RemediesView Remedies { get; init; }
    /// <summary>Cases that may be the same matter.</summary>
    public IReadOnlyList<LikeCase> Like { get; init; } = [];
    /// <summary>What the customer answered about how it was handled, for who manages it and did not handle it.</summary>
    public Regard.Surveys.Answers? Rating { get; init; }
    public IReadOnlyList<ExternalBody> Bodies { get; init; } = [];
    public CaseSent Sent { get; init; } = CaseSent.Nothing;

    public Case Case => Whole.Case;
    public long Number => Whole.Case.Number;
    public bool MayWork => Whole.MayHandle && Whole.Case.IsOpen;
}

/// <summary>A form of the page that was sent and refused. Its fields are named form.field.</summary>
public sealed record CaseSent(string Form, IReadOnlyDictionary<string, string> Values, IReadOnlyList<Problem> Found)
{
    public static CaseSent Nothing { get; } = new("", new Dictionary<string, string>(), []);

    public string? this[string name] => Values.GetValueOrDefault(name);
    public bool Is(string form) => Form == form && Found.Count > 0;
    public IReadOnlyList<Problem> In(string form) => Form == form ? Found : [];

    public static CaseSent Of(string form, IFormCollection sent, IReadOnlyList<Problem> found) =>
        new(form, sent.Where(f => f.Key.StartsWith(form + ".", StringComparison.Ordinal)).ToDictionary(f => f.Key, f => f.Value.ToString()), [.. found.Select(p => sent.Keys.Any(k => string.Equals(k, $"{form}.{p.Field}", StringComparison.OrdinalIgnoreCase)) ? p with { Field = $"{form}.{p.Field}" } : p with { Field = "" })]);
}
