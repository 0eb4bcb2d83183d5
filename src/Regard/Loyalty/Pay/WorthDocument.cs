using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>What satisfaction is worth at a unit: what customers brought in the year after they answered, and whether they stayed.</summary>
public sealed record WorthDocument
{
    public const string Kind = "worth";

    /// <summary>Share of what is paid that counts as gross profit; null where no event carries a profit, and worth is turnover.</summary>
    public double? Margin { get; init; }
    /// <summary>What one more point costs for one customer, by the ledger, in the smallest unit of the currency; null where the ledger does not say, or worth is turnover.</summary>
    public double? CostPerPoint { get; init; }
    public required WorthCurve Worth { get; init; }
    public required WorthCurve Kept { get; init; }
}

/// <summary>A rising, flattening curve of an outcome on satisfaction, and the point from which more does not pay.</summary>
public sealed record WorthCurve
{
    /// <summary>Under this nothing can be told of a unit.</summary>
    public const int FewestCustomers = 50;

    /// <summary>Customers who answered long enough ago.</summary>
    public required int Customers { get; init; }
    /// <summary>Customers that the curve was fitted to; fewer than there are where there are very many.</summary>
    public int Fitted { get; init; }
    /// <summary>Why there is no curve; None when there is one.</summary>
    public NoCurve NoCurve { get; init; }
    public IReadOnlyList<CurvePoint> Points { get; init; } = [];
    /// <summary>Why there is no optimum; None when there is one.</summary>
    public OptimumReason Reason { get; init; }
    public double? Optimum { get; init; }
    public double? Lower { get; init; }
    public double? Upper { get; init; }
    public double R2 { get; init; }
}

/// <summary>Why no curve can be drawn.</summary>
public enum NoCurve
{
    None,
    TooFewCustomers,
    /// <summary>All were equally satisfied, or brought the same.</summary>
    NothingVaries,
    /// <summary>Answers differ in too few steps for a curve.</summary>
    TooFewSteps,
}
