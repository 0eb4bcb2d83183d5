using System.Globalization;
using Regard.Organisation;
using Regard.Standards;
using Regard.Web.Ui;
namespace Regard.Web.Standards;

/// <summary>A promise as it is typed.</summary>
public sealed record PromiseTyped
{
    public string? Place { get; init; }
    public Text Words { get; init; } = [];
    public string? Indicator { get; init; }
    public string? Level { get; init; } = "100";
    public string? StandardId { get; init; }
    public string? UnitId { get; init; }
    public string? Checked { get; init; }
    public string? FromDay { get; init; }
    public string? UntilDay { get; init; }

    internal static PromiseTyped Read(IFormCollection sent) => new()
    {
        Place = sent["Place"], Words = sent.Text("Words"), Indicator = sent["IndicatorCode"], Level = sent["Level"], StandardId = sent["StandardId"], UnitId = sent["UnitId"], Checked = sent["Checked"], FromDay = sent["FromDay"], UntilDay = sent["UntilDay"],
    };

    internal AddPromise Add => new()
    {
        Place = Enum.TryParse<PromisePlace>(Place, out var place) ? place : (PromisePlace)(-1), Words = Words, IndicatorCode = Indicator ?? "", Level = double.TryParse(Level, NumberStyles.Float, CultureInfo.InvariantCulture, out var level) ? level : double.NaN,
        StandardId = Id<Standard>.TryParse(StandardId, null, out var standard) ? standard : null, UnitId = Id<Unit>.TryParse(UnitId, null, out var unit) ? unit : throw new Invalid(nameof(UnitId), "Choose a unit."),
        Checked = Checked ?? "", FromDay = Forms.Day(FromDay) ?? throw new Invalid(nameof(FromDay), "Choose a day."), UntilDay = Forms.Day(UntilDay),
    };
}

/// <summary>A check as it is typed.</summary>
public sealed record CheckTyped
{
    public string? Key { get; init; }
    public string? UnitId { get; init; }
    public string? Day { get; init; }
    public string? Kept { get; init; }
    public string? Note { get; init; }

    internal NoteCheck Of(long number) => new(
        Id<PromiseCheck>.TryParse(Key, null, out var key) ? key : new(Guid.NewGuid()), number, Id<Unit>.TryParse(UnitId, null, out var unit) ? unit : throw new Invalid(nameof(UnitId), "Choose a unit."),
        Forms.Day(Day) ?? throw new Invalid(nameof(Day), "Choose a day."), Kept == "true", Note ?? "");
}
