using Regard.Cases;
using Regard.Organisation;
using Regard.Web.Ui;
namespace Regard.Web.Cases.Calls;

/// <summary>The address of a list of calls.</summary>
public sealed record CallQuery
{
    public string? Show { get; init; }
    public string? Purpose { get; init; }
    public string? Unit { get; init; }
    public string? From { get; init; }
    public string? Until { get; init; }
    public string? Number { get; init; }
    public int? Start { get; init; }

    internal CallFilter Filter => new()
    {
        Mine = Show == "mine", Missed = Show == "missed", Unrecorded = Show == "unrecorded", Purpose = Enum.TryParse<CallPurpose>(Purpose, out var p) ? p : null,
        Unit = Id<Unit>.TryParse(Unit, null, out var unit) ? unit : null, From = Forms.Day(From), Until = Forms.Day(Until), Number = string.IsNullOrWhiteSpace(Number) ? null : Number,
    };

    internal string At(int start) => "/calls" + QueryString.Create(new Dictionary<string, string?>
    {
        ["show"] = Show, ["purpose"] = Purpose, ["unit"] = Unit, ["from"] = From, ["until"] = Until, ["number"] = Number, ["start"] = start > 0 ? start.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
    }.Where(p => !string.IsNullOrEmpty(p.Value)));
}
