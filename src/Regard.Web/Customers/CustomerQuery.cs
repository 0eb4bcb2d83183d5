using Regard.Customers;
using Regard.Loyalty;
using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Web.Customers;

/// <summary>A list of customers as its address names it.</summary>
public sealed record CustomerQuery
{
    public string? Query { get; init; }
    public string? Unit { get; init; }
    public string? Grade { get; init; }
    public string? Segment { get; init; }
    public string? State { get; init; }
    public string? Type { get; init; }
    /// <summary>A saved segment.</summary>
    public string? Saved { get; init; }
    /// <summary>Suppliers and partners instead of customers.</summary>
    public string? Suppliers { get; init; }
    public string? Sort { get; init; }
    public string? After { get; init; }

    public CustomerSort Order => Enum.TryParse<CustomerSort>(Sort, out var sort) && Enum.IsDefined(sort) ? sort : CustomerSort.Worth;

    public CustomerFilter Filter => new()
    {
        Query = Blank(Query), Unit = Id<Unit>.TryParse(Unit, null, out var unit) ? unit : null, Grade = Blank(Grade), Segment = Blank(Segment),
        State = Enum.TryParse<CustomerState>(State, out var state) ? state : null, LoyaltyType = Enum.TryParse<LoyaltyType>(Type, out var type) ? type : null,
        Saved = Id<SavedSegment>.TryParse(Saved, null, out var saved) ? saved : null, Suppliers = Suppliers == "true",
    };

    public string Address(string path = "/customers", string? after = null) => path + QueryString.Create(((IEnumerable<(string Name, string? Value)>)
        [("query", Query), ("unit", Unit), ("grade", Grade), ("segment", Segment), ("state", State), ("type", Type), ("saved", Saved), ("suppliers", Suppliers), ("sort", Sort), ("after", after)])
        .Where(p => !string.IsNullOrWhiteSpace(p.Value)).Select(p => KeyValuePair.Create(p.Name, p.Value)));

    static string? Blank(string? sent) => string.IsNullOrWhiteSpace(sent) ? null : sent.Trim();
}
