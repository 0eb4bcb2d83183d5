using Regard.Organisation;
namespace Regard.Care;

/// <summary>Every gesture of the units in care within a time, with the rule and the decision: for whoever audits the use of authority.</summary>
/// <param name="Until">The day after the last.</param>
public sealed record ExportGestures(DateOnly From, DateOnly Until) : Change<IReadOnlyList<Gesture>>
{
    internal override Permission Needs => Permission.ManageCases;
    internal override string Subject => $"{From:yyyy-MM-dd} {Until:yyyy-MM-dd}";

    internal override IEnumerable<Problem> Check()
    {
        if (Until <= From || Until > From.AddYears(2)) yield return new(nameof(Until), "Choose at most two years.");
    }

    internal override async Task<IReadOnlyList<Gesture>> Run(Session s)
    {
        var care = (await UnitStore.Tree(s, s.Today)).InCare(s.Caller, Needs);
        return await s.Many<Gesture>($"{CareStore.Select} where {s.Dialect.Among("g.unit_id", "units")} and g.asked_at >= @from and g.asked_at < @until order by g.asked_at, g.id", new Dictionary<string, object>
        {
            ["units"] = s.Dialect.Keys(care.Select(u => u.Value)), ["from"] = new DateTimeOffset(From, default, TimeSpan.Zero), ["until"] = new DateTimeOffset(Until, default, TimeSpan.Zero),
        });
    }
}
