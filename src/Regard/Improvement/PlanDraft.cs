using Regard.Measures;
using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Improvement;

/// <summary>A plan to be put on the list.</summary>
sealed record PlanDraft(Id<Wave> WaveId, Id<Unit> UnitId, string IndicatorCode, Measure Measure, Text Title, Id<Person>? OwnerId, DateOnly DueOn, string Problem = "")
{
    public static Text TitleOf(Text indicator, string unit) =>
        new(Languages.All.ToDictionary(l => l.Tag(), l => Words.Of("Lift {0} at {1}", indicator.In(l), unit).In(l)));
}
