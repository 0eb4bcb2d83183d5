using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>Who the customers of a segment are, in figures.</summary>
public sealed record SegmentFigures
{
    /// <summary>Fewer answers or risks are not averaged.</summary>
    const int Minimum = 10;

    public required long Customers { get; init; }
    /// <summary>Of all customers in the same units.</summary>
    public required long Among { get; init; }
    public required double Worth { get; init; }
    public required double Lifetime { get; init; }
    /// <summary>What is expected to be lost of them.</summary>
    public required double Stake { get; init; }
    /// <summary>A to D and none.</summary>
    public required IReadOnlyList<GradeCount> Grades { get; init; }
    public required IReadOnlyList<StateCount> States { get; init; }
    /// <summary>Mean overall satisfaction 0 to 100 as last answered; null with too few answers.</summary>
    public Bounded? Satisfaction { get; init; }
    public required long Answered { get; init; }

    internal static async Task<SegmentFigures> Of(Session s, Id<Unit> under, SegmentDocument document)
    {
        var values = new Dictionary<string, object> { ["units"] = s.Dialect.Keys((await UnitStore.Tree(s, s.Today)).Under(under).Select(u => u.Id.Value)) };
        var care = s.Dialect.Among("g.unit_id", "units");
        var rows = await s.Many<Row>($"""
            select g.grade, g.state, count(*) as customers, sum(g.worth) as worth, coalesce(sum(g.lifetime), 0.0) as lifetime, coalesce(sum(g.stake), 0.0) as stake,
              count(g.satisfaction) as answered, coalesce(sum(g.satisfaction), 0.0) as satisfaction, coalesce(sum(g.satisfaction * g.satisfaction), 0.0) as squares
            from standings g where {care} and {await new SegmentConditions(s, values).Of(document)} group by g.grade, g.state
            """, values);
        var answered = rows.Sum(r => r.Answered);
        return new()
        {
            Customers = rows.Sum(r => r.Customers), Among = await s.Value<long>($"select count(*) from standings g where {care}", values),
            Worth = rows.Sum(r => r.Worth), Lifetime = rows.Sum(r => r.Lifetime), Stake = rows.Sum(r => r.Stake), Answered = answered,
            Grades = [.. GradeRule.Grades.Append(GradeRule.Ungraded).Select(grade => new GradeCount(grade, rows.Where(r => r.Grade == grade).Sum(r => r.Customers)))],
            States = [.. Enum.GetValues<CustomerState>().Select(state => new StateCount(state, rows.Where(r => r.State == state).Sum(r => r.Customers)))],
            Satisfaction = answered < Minimum ? null : Mean(answered, rows.Sum(r => r.Satisfaction), rows.Sum(r => r.Squares)),
        };
    }

    static Bounded? Mean(long n, double sum, double squares)
    {
        var mean = sum / n;
        return Bounded.Of(Estimate.Of(mean, Math.Sqrt(Math.Max(0, squares / n - mean * mean) / (n - 1)), n - 1, n));
    }

    sealed record Row
    {
        public required string Grade { get; init; }
        public required CustomerState State { get; init; }
        public required long Customers { get; init; }
        public required double Worth { get; init; }
        public required double Lifetime { get; init; }
        public required double Stake { get; init; }
        public required long Answered { get; init; }
        public required double Satisfaction { get; init; }
        public required double Squares { get; init; }
    }
}

public sealed record StateCount(CustomerState State, long Customers);
