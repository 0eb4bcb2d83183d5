using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>Two lists of people with a problem, compared by hand: those who said so when asked, and those who complained.</summary>
/// <remarks>What the register of complaints will tell by itself as soon as it exists.</remarks>
public sealed record ProblemList(Id<Unit> UnitId, DateOnly FromDay, DateOnly LastDay, long BothLists, long SurveyOnly, long RegisterOnly, string? Source)
{
    internal IEnumerable<Problem> Problems()
    {
        if (FromDay.Year < 1990 || LastDay.Year > 2100) yield return new("FromDay", "Give the first and the last day of the period.");
        else if (LastDay < FromDay) yield return new("LastDay", "The last day comes before the first.");
        if (BothLists < 0 || SurveyOnly < 0 || RegisterOnly < 0) yield return new("BothLists", "A number of people is 0 or more.");
        else if (BothLists + SurveyOnly == 0 || BothLists + RegisterOnly == 0) yield return new("BothLists", "Both lists must hold someone.");
        if (Source?.Length > CostLine.LongestText) yield return new("Source", "Keep it under {0} characters.", CostLine.LongestText);
    }

    /// <summary>Later numbers of the same period take the place of the earlier ones.</summary>
    internal Task Keep(Session s) => s.Write("""
        insert into problem_lists (unit_id, from_day, last_day, both_lists, survey_only, register_only, source, made_by, made_at)
        values (@UnitId, @FromDay, @LastDay, @BothLists, @SurveyOnly, @RegisterOnly, @source, @Person, @Now)
        on conflict (unit_id, from_day, last_day) do update set both_lists = @BothLists, survey_only = @SurveyOnly, register_only = @RegisterOnly, source = @source, made_by = @Person, made_at = @Now
        """, new { UnitId, FromDay, LastDay, BothLists, SurveyOnly, RegisterOnly, source = Source?.Trim() ?? "", s.Caller.Person, s.Now });
}
