using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>Satisfaction crossed with behaviour, and what customers say of their loyalty beside what they do.</summary>
public sealed record ShowMatrix(Id<Unit>? UnitId = null) : Question<MatrixView>
{
    const int Minimum = 10;

    internal override Permission Needs => Permission.SeeCustomers;

    internal override async Task<MatrixView> Run(Session s)
    {
        var place = await LoyaltyPlace.Of(s, UnitId);
        var units = s.Dialect.Keys((await UnitStore.Tree(s, s.Today)).Under(place.Unit.Id).Select(u => u.Id.Value));
        var counts = await s.Many<MatrixCount>($"""
            select loyalty_type, grade, count(*) as customers, sum(worth) as worth, count(stated_loyalty) as asked, coalesce(sum(stated_loyalty), 0.0) as stated, coalesce(sum(stated_loyalty * stated_loyalty), 0.0) as stated_squares
            from standings where loyalty_type is not null and {s.Dialect.Among("unit_id", "units")} group by loyalty_type, grade
            """, new { units });
        var all = counts.Sum(c => c.Customers);
        return new()
        {
            Place = place, Customers = all,
            Cells = [.. Enum.GetValues<LoyaltyType>().Select(t => Cell(t, [.. counts.Where(c => c.LoyaltyType == t)], all))],
        };
    }

    static MatrixCell Cell(LoyaltyType type, List<MatrixCount> counts, long all)
    {
        var (n, asked) = (counts.Sum(c => c.Customers), counts.Sum(c => c.Asked));
        return new()
        {
            Type = type, Customers = n, Worth = counts.Sum(c => c.Worth), Share = all >= Minimum ? Wilson.Share(n, all) : null,
            Stated = asked >= Minimum ? Mean(asked, counts.Sum(c => c.Stated), counts.Sum(c => c.StatedSquares)) : null,
            ByGrade = [.. GradeRule.Grades.Select(g => new GradeCount(g, counts.Where(c => c.Grade == g).Sum(c => c.Customers)))],
        };
    }

    static Estimate Mean(long n, double sum, double squares)
    {
        var mean = sum / n;
        return Estimate.Of(mean, Math.Sqrt(Math.Max(0, squares / n - mean * mean) / (n - 1)), n - 1, n);
    }

    sealed record MatrixCount
    {
        public required LoyaltyType LoyaltyType { get; init; }
        public required string Grade { get; init; }
        public required long Customers { get; init; }
        public required double Worth { get; init; }
        public required long Asked { get; init; }
        public required double Stated { get; init; }
        public required double StatedSquares { get; init; }
    }
}

public sealed record MatrixView
{
    public required LoyaltyPlace Place { get; init; }
    /// <summary>Who answered to a personal link and has bought.</summary>
    public required long Customers { get; init; }
    public required IReadOnlyList<MatrixCell> Cells { get; init; }
}

public sealed record MatrixCell
{
    public required LoyaltyType Type { get; init; }
    public required long Customers { get; init; }
    /// <summary>What they brought, in the smallest unit of the currency.</summary>
    public required double Worth { get; init; }
    /// <summary>Of all in the matrix; null when there are too few to tell.</summary>
    public Estimate? Share { get; init; }
    /// <summary>What they say of coming back or recommending, 0 to 100: stated loyalty, which behaviour may belie.</summary>
    public Estimate? Stated { get; init; }
    public required IReadOnlyList<GradeCount> ByGrade { get; init; }
}

public sealed record GradeCount(string Grade, long Customers);
