using Regard.Cases;
using Regard.Organisation;
namespace Regard.Web.Cases.Calls;

/// <summary>What was typed about a call.</summary>
public sealed record CallTyped
{
    public string? Purpose { get; init; }
    public string? Words { get; init; }
    public string? UnitId { get; init; }
    public string? ContactName { get; init; }
    public string? Severity { get; init; }
    public int Anger { get; init; }
    public string? Customer { get; init; }

    internal RecordCall ToChange(Id<Call> id) => new(id, Enum.TryParse<CallPurpose>(Purpose, out var purpose) ? purpose : (CallPurpose)(-1), Words ?? "")
    {
        UnitId = Id<Unit>.TryParse(UnitId, null, out var unit) ? unit : null, ContactName = ContactName, Severity = Enum.TryParse<Severity>(Severity, out var severity) ? severity : Regard.Cases.Severity.Minor, Anger = Anger,
    };
}
