using Regard.Customers;
using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>Keeps what was worked out: the standings anew, the history of grades and its rules for ever.</summary>
sealed record KeepWorking(WorkedOut Found) : Change<Id<Working>>
{
    static readonly string[] columns =
    [
        "customer_id", "unit_id", "segment", "first_day", "last_day", "purchases", "spent", "profit", "worth", "rhythm_days", "grade", "state", "lost_on",
        "alive", "expected", "next_from", "next_day", "next_until", "next_category", "next_share", "lifetime",
        "satisfaction", "satisfied_on", "stated_loyalty", "loyalty_type", "risk", "reasons",
        "stake", "recency_days", "purchases_year", "spent_year",
    ];

    internal override Permission Needs => Permission.RunInstallation;
    internal override string Subject => $"{Found.Book.AsOf:yyyy-MM-dd}";

    internal override async Task<Id<Working>> Run(Session s)
    {
        var (book, id) = (Found.Book, Id<Working>.New(s.Now));
        var number = await s.NextNumber("workings");
        await s.Write("""
            insert into workings (id, number, as_of, grade_rule_id, churn_rule_id, engine, customers, events, models, started_at, done_at)
            values (@id, @number, @AsOf, @grade, @churn, @engine, @customers, @events, @models, @StartedAt, @Now)
            """, new { id, number, book.AsOf, grade = Found.GradeRule.Id, churn = Found.ChurnRule.Id, engine = Regard.Measures.StatisticsEngine.Version, customers = (long)book.Count, events = (long)book.Events.Count, models = (Found.Lifetimes.Models with { Risk = Found.Risk.Figures }).Write(), Found.StartedAt, s.Now });
        await AskForWorking.Settle(s, Found.StartedAt);
        await KeepStandings(s);
        await KeepGrades(s);
        await KeepDocuments(s, id);
        return id;
    }

    async Task KeepStandings(Session s)
    {
        await s.Write("delete from standings");
        await using var append = s.Dialect.Append(s.Transaction, "standings", columns);
        var (book, grades) = (Found.Book, Found.Grades);
        object?[] units = [.. book.Units.Select(u => (object?)u.Id.Value)];
        var states = Enum.GetValues<CustomerState>().ToDictionary(v => v, v => v.ToString());
        var types = Enum.GetValues<LoyaltyType>().ToDictionary(v => v, v => v.ToString());
        for (var c = 0; c < book.Count; c++)
        {
            var f = Found.Facts[c];
            var answer = book.Answers.TryGetValue(c, out var said) ? said[^1] : (GivenAnswer?)null;
            double? risk = double.IsNaN(Found.Risk.Risks[c]) ? null : Found.Risk.Risks[c];
            var (l, next) = (Found.Lifetimes.Outlooks[c], Found.Next.After(f.LastCategory));
            await append.Write(
                book.Keys[c], book.UnitOf[c] < 0 ? null : units[book.UnitOf[c]], book.Segments[c], Day(f.First), Day(f.Last), (long)f.Purchases, f.Spent, f.HasProfit ? f.Profit : null,
                grades.Worths[c], f.Rhythm, GradeCourse.Letter(grades.Now[c]), states[f.State], Day(f.LostOn),
                l?.Alive, l?.Expected, Day(l?.NextFrom ?? 0), Day(l?.NextDay ?? 0), Day(l?.NextUntil ?? 0), next?.Name, next?.Share, l?.Value,
                answer?.Satisfaction, answer?.Day, answer?.StatedLoyalty, LoyaltyTypes.Of(f.State, answer?.Satisfied) is { } type ? types[type] : null,
                risk, risk is null ? null : FoundCause.Write(Found.Risk.Causes.AsSpan(c * RiskFound.Reasons, RiskFound.Reasons), book.Segments[c]), risk * Math.Max(0, l?.Value ?? grades.Worths[c]),
                f.Last == 0 ? null : (long)(book.AsOf.DayNumber - f.Last), (long)f.PurchasesYear, f.SpentYear);
        }
        await append.Complete();
    }

    static object? Day(int number) => number == 0 ? null : DateOnly.FromDayNumber(number);

    async Task KeepGrades(Session s)
    {
        await using var append = s.Dialect.Append(s.Transaction, "grades_held", "customer_id", "from_day", "grade", "rule_id");
        foreach (var change in Found.Grades.Changes)
            await append.Write(Found.Book.Keys[change.Customer], DateOnly.FromDayNumber(change.Day), change.Grade, Found.GradeRule.Id.Value);
        await append.Complete();
    }

    async Task KeepDocuments(Session s, Id<Working> working)
    {
        await s.Write("delete from unit_figures");
        await using var append = s.Dialect.Append(s.Transaction, "unit_figures", "unit_id", "kind", "working_id", "document");
        foreach (var (unit, kind, document) in Found.Documents) await append.Write(Found.Book.Units[unit].Id.Value, kind, working.Value, document);
        await append.Complete();
    }
}
