using Regard.Cases;
using Regard.Organisation;
namespace Regard.Web.Cases;

/// <summary>A list of cases as its address names it.</summary>
public sealed record CaseQuery
{
    public string? Query { get; init; }
    /// <summary>mine, offered, late or closed; nothing for all that are open.</summary>
    public string? Show { get; init; }
    public string? Unit { get; init; }
    public string? Owner { get; init; }
    public string? State { get; init; }
    public string? Kind { get; init; }
    public string? Channel { get; init; }
    public string? Severity { get; init; }
    public string? Cause { get; init; }
    public string? Grade { get; init; }
    public string? Late { get; init; }
    public string? Sort { get; init; }
    public string? After { get; init; }
    /// <summary>The case shown beside the list.</summary>
    public long? At { get; init; }

    public CaseSort Order => Named<CaseSort>(Sort) ?? (Show == "closed" ? CaseSort.Newest : CaseSort.Due);

    public CaseFilter Filter => new()
    {
        Query = string.IsNullOrWhiteSpace(Query) ? null : Query.Trim(), Mine = Show == "mine", Offered = Show == "offered", Overdue = Show == "late" || Late is not null,
        Unit = Id<Unit>.TryParse(Unit, null, out var unit) ? unit : null, Owner = Id<Person>.TryParse(Owner, null, out var owner) ? owner : null,
        State = Show == "closed" ? CaseState.Closed : Named<CaseState>(State), Kind = Named<CaseKind>(Kind), Channel = Named<CaseChannel>(Channel), Severity = Named<Severity>(Severity), Cause = Named<Cause>(Cause),
        Grade = string.IsNullOrWhiteSpace(Grade) ? null : Grade,
    };

    /// <summary>Whether anything but the view and the search narrows the list.</summary>
    public bool IsNarrowed => new[] { Unit, Owner, State, Kind, Channel, Severity, Cause, Grade, Late, Sort }.Any(v => !string.IsNullOrWhiteSpace(v));

    public static CaseQuery Of(CaseFilter f) => new()
    {
        Query = f.Query, Show = f.Mine ? "mine" : f.Offered ? "offered" : f.State == CaseState.Closed ? "closed" : null, Late = f.Overdue ? "yes" : null, Unit = f.Unit?.ToString(), Owner = f.Owner?.ToString(),
        State = f.State is CaseState.Closed ? null : f.State?.ToString(), Kind = f.Kind?.ToString(), Channel = f.Channel?.ToString(), Severity = f.Severity?.ToString(), Cause = f.Cause?.ToString(), Grade = f.Grade,
    };

    /// <summary>The list that a form stands on, from its fields "list.name".</summary>
    public static CaseQuery From(IFormCollection sent)
    {
        string? Of(string name) => sent["list." + name].ToString() is { Length: > 0 } value ? value : null;
        return new()
        {
            Query = Of("query"), Show = Of("show"), Unit = Of("unit"), Owner = Of("owner"), State = Of("state"), Kind = Of("kind"), Channel = Of("channel"), Severity = Of("severity"), Cause = Of("cause"), Grade = Of("grade"),
            Late = Of("late"), Sort = Of("sort"), After = Of("after"),
        };
    }

    public string Address(string path = "/cases") => path + QueryString.Create(Pairs.Select(p => KeyValuePair.Create(p.Name, (string?)p.Value)));

    /// <summary>Names and values as a form hands them on.</summary>
    public IEnumerable<(string Name, string Value)> Pairs => new (string Name, string? Value)[]
    {
        ("query", Query), ("show", Show), ("unit", Unit), ("owner", Owner), ("state", State), ("kind", Kind), ("channel", Channel), ("severity", Severity), ("cause", Cause), ("grade", Grade), ("late", Late), ("sort", Sort), ("after", After), ("at", At?.ToString()),
    }.Where(p => !string.IsNullOrWhiteSpace(p.Value)).Select(p => (p.Name, p.Value!));

    static T? Named<T>(string? sent) where T : struct, Enum => Enum.TryParse<T>(sent, out var value) && Enum.IsDefined(value) ? value : null;
}
