using Regard.Surveys;
namespace Regard.Loyalty;

/// <summary>The grade that each customer who answered a wave by a link of their own held on a day; else the first one given later. For other areas.</summary>
sealed record GradesOfRespondents(Id<Wave> WaveId, DateOnly Day) : Question<IReadOnlyDictionary<Guid, string>>
{
    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<IReadOnlyDictionary<Guid, string>> Run(Session s)
    {
        var held = new Dictionary<Guid, string>();
        foreach (var by in (await s.Many<Held>("""
            select g.customer_id, g.from_day, g.grade from grades_held g
            where g.customer_id in (select customer_id from responses where wave_id = @WaveId and channel = 'PersonalLink') order by g.customer_id, g.from_day
            """, new { WaveId })).GroupBy(g => g.CustomerId.Value))
            held[by.Key] = (by.LastOrDefault(g => g.FromDay <= Day) ?? by.First()).Grade;
        return held;
    }

    sealed record Held
    {
        public required Id<Customers.Customer> CustomerId { get; init; }
        public required DateOnly FromDay { get; init; }
        public required string Grade { get; init; }
    }
}
