namespace Regard.Statistics;

/// <summary>Satisfaction as a curved surface over expectation and perception, fitted instead of assumed.</summary>
/// <remarks>
/// Edwards and Parry (1993), Academy of Management Journal 36, 1577-1613: b0 + b1 P + b2 E + b3 P^2 + b4 P E + b5 E^2, both less
/// the centre. Slopes and curvatures are combinations of coefficients with their exact Student tests.
/// </remarks>
public sealed record ResponseSurface
{
    /// <summary>The regression on P, E, P^2, P E, E^2.</summary>
    public required LinearRegression Regression { get; init; }

    /// <summary>What is subtracted from expected and perceived levels.</summary>
    public required double Centre { get; init; }

    /// <summary>Slope at the centre where perception meets expectation and both rise, b1 + b2.</summary>
    public required Estimate CongruenceSlope { get; init; }

    /// <summary>Curvature along that line, b3 + b4 + b5.</summary>
    public required Estimate CongruenceCurvature { get; init; }

    /// <summary>Slope at the centre as perception rises and expectation falls, b1 - b2: over 0, exceeding expectation satisfies.</summary>
    public required Estimate IncongruenceSlope { get; init; }

    /// <summary>Curvature along that line, b3 - b4 + b5: under 0, any departure from expectation dissatisfies.</summary>
    public required Estimate IncongruenceCurvature { get; init; }

    /// <summary>F test that the surface is a plane (3 and n - 6 degrees of freedom); null when it fits exactly.</summary>
    public required double? PlaneF { get; init; }

    /// <summary>Of <see cref="PlaneF"/>, 0 to 1: small when the curvature is real.</summary>
    public required double PlanePValue { get; init; }

    /// <summary>Mean satisfaction at a point of the surface.</summary>
    /// <param name="expected">In the unit of the data.</param>
    /// <param name="perceived">In the unit of the data.</param>
    public Estimate At(double expected, double perceived)
    {
        var (e, p) = (expected - Centre, perceived - Centre);
        return Regression.Combination(1, p, e, p * p, p * e, e * e);
    }

    /// <summary>Fits the surface.</summary>
    /// <param name="data">Complete in the columns used; expected and perceived on one scale.</param>
    /// <param name="satisfaction">The outcome.</param>
    /// <param name="expected">Expected level.</param>
    /// <param name="perceived">Perceived level.</param>
    /// <param name="centre">Subtracted from both levels: the middle of their scale, so that slopes are those of a middling customer.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="DataRefused">Columns missing or constant, one level follows from the other, or fewer than 7 rows.</exception>
    public static ResponseSurface Fit(Observations data, string satisfaction, string expected, string perceived, double centre, RegressionOptions? options = null)
    {
        string[] weight = options?.Weight is { } w ? [w] : [];
        data.Select([satisfaction, expected, perceived, .. weight]).Require(7);
        double[] p = [.. data[perceived].ToArray().Select(x => x - centre)], e = [.. data[expected].ToArray().Select(x => x - centre)];
        string[] terms = [perceived, expected, $"{perceived}^2", $"{perceived} x {expected}", $"{expected}^2"];
        var columns = Observations.Of(
            [satisfaction, .. weight, .. terms],
            [data[satisfaction].ToArray(), .. weight.Select(x => data[x].ToArray()), p, e, [.. p.Select(x => x * x)], [.. p.Zip(e, (x, y) => x * y)], [.. e.Select(x => x * x)]]);
        var (surface, plane) = (LinearRegression.Fit(columns, satisfaction, terms, options), LinearRegression.Fit(columns, satisfaction, terms[..2], options));
        double? f = surface.R2 < 1 ? (surface.R2 - plane.R2) / 3 / ((1 - surface.R2) / surface.DegreesOfFreedom) : null;
        return new()
        {
            Regression = surface, Centre = centre, PlaneF = f, PlanePValue = f is { } x2 ? Tail.Fisher(x2, 3, surface.DegreesOfFreedom) : 0,
            CongruenceSlope = surface.Combination(0, 1, 1, 0, 0, 0), CongruenceCurvature = surface.Combination(0, 0, 0, 1, 1, 1),
            IncongruenceSlope = surface.Combination(0, 1, -1, 0, 0, 0), IncongruenceCurvature = surface.Combination(0, 0, 0, 1, -1, 1),
        };
    }
}
