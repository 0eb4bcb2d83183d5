namespace Regard.Statistics;

/// <summary>What makes customers leave sooner or later: hazards in proportion to exp of the covariates, whatever their course over time.</summary>
/// <remarks>
/// Cox (1972), JRSS B 34, 187-220; rows of stretches of time, Andersen and Gill (1982), Annals of Statistics 10, 1100-1120; robust errors Lin and
/// Wei (1989), JASA 84, 1074-1078. Newton on the exact gradient and information.
/// </remarks>
public sealed record CoxRegression
{
    /// <summary>One a covariate, in the order given.</summary>
    public required IReadOnlyList<HazardRatio> Coefficients { get; init; }

    /// <summary>Partial, at the coefficients.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Partial, at coefficients of 0.</summary>
    public required double NullLogLikelihood { get; init; }

    /// <summary>Whether anything is explained: twice the gain in log-likelihood; not for robust errors.</summary>
    public required GroupTest LikelihoodRatio { get; init; }

    /// <summary>The same by the coefficients and their errors, robust where these are.</summary>
    public required GroupTest Wald { get; init; }

    /// <summary>The same by the slope at coefficients of 0; with one factor and no ties this is the log-rank test.</summary>
    public required GroupTest Score { get; init; }

    /// <summary>Probability that of two customers the one who left first had the higher hazard; 0.5 is chance.</summary>
    public required Estimate Concordance { get; init; }

    /// <summary>Events at the same time.</summary>
    public required Ties Ties { get; init; }

    /// <summary>Rows with time at risk.</summary>
    public required int N { get; init; }

    /// <summary>Rows that ended by the event.</summary>
    public required int Events { get; init; }

    /// <summary>Newton's steps.</summary>
    public required int Steps { get; init; }

    /// <summary>Whether the steps settled; the numbers are not to be used otherwise.</summary>
    public required bool Converged { get; init; }

    /// <summary>True when errors are robust.</summary>
    public required bool Robust { get; init; }

    internal CoxDesign Design { get; }

    /// <summary>On scaled covariates.</summary>
    internal double[] Beta { get; }

    /// <summary>Covariance of scaled coefficients by the information.</summary>
    internal double[] Inverse { get; }

    CoxRegression(CoxDesign design, double[] beta, double[] inverse) => (Design, Beta, Inverse) = (design, beta, inverse);

    /// <summary>A covariate's coefficient.</summary>
    /// <exception cref="DataRefused">There is no such covariate.</exception>
    public HazardRatio this[string covariate] => Coefficients.FirstOrDefault(c => c.Name == covariate) ?? throw new DataRefused(DataFault.NoColumn, $"There is no covariate {covariate}.", covariate);

    /// <summary>Hazard over time of customers with given covariates.</summary>
    public BaselineHazard Baseline => BaselineHazard.Of(this);

    /// <summary>Whether hazards keep their proportion over time.</summary>
    /// <param name="scale">Of time.</param>
    public Proportionality Proportional(TimeScale scale = TimeScale.KaplanMeier) => Proportionality.Of(this, scale);

    /// <summary>Fits the model.</summary>
    /// <param name="data">Complete in the columns named.</param>
    /// <param name="columns">Which say how long and how it ended.</param>
    /// <param name="covariates">At least one.</param>
    /// <param name="options">Null for the usual ones.</param>
    /// <exception cref="DataRefused">
    /// Values missing or out of range, nobody left, covariates constant, determined by others, or parting those who left from those who stayed
    /// so that no finite ratio fits; fewer than one event a covariate.
    /// </exception>
    public static CoxRegression Fit(Observations data, SurvivalColumns columns, IReadOnlyList<string> covariates, CoxOptions? options = null)
    {
        options ??= new();
        if (covariates.Count == 0) throw new DataRefused(DataFault.BadSpecification, "Name at least one covariate.");
        if (covariates.Intersect(columns.All).FirstOrDefault() is { } both) throw new DataRefused(DataFault.TwiceNamed, $"{both} cannot be a covariate: it is part of what is explained.", both);
        var rows = SurvivalRows.Of(data, columns).RequireEvents();
        var used = data.Select(covariates).Take(rows.Source).Require(2);
        if (rows.Events <= covariates.Count) throw new DataRefused(DataFault.TooFewRows, $"{rows.Events} customers who left are too few for {covariates.Count} covariates ({string.Join(", ", covariates)}).", covariates);
        var design = new CoxDesign(rows, covariates, data, options.Ties);
        Told(design, used);
        var ascent = NewtonAscent.Run(new double[covariates.Count], design.LogLikelihood);
        if (ascent.Endless.Count > 0)
        {
            string[] names = [.. ascent.Endless.Select(j => covariates[j])];
            throw new DataRefused(DataFault.Separated, $"{string.Join(", ", names)} {(names.Length == 1 ? "parts" : "part")} those who left from those who stayed without exception: no finite hazard ratio fits. Merge levels, or leave {(names.Length == 1 ? "it" : "one of them")} out.", names);
        }
        return Read(design, ascent, options);
    }

    // Covariates that say nothing within the sets at risk, or nothing of their own, by the information at coefficients of 0.
    static void Told(CoxDesign design, Observations used)
    {
        var (p, gradient) = (design.Covariates, new double[design.Covariates]);
        var information = new double[p * p];
        design.LogLikelihood(gradient.ToArray(), gradient, information);
        for (var j = 0; j < p; j++)
            if (!(information[j * p + j] > 1e-10)) throw new DataRefused(DataFault.Constant, $"{used.Names[j]} does not differ between customers at risk at the same time: there is nothing to explain by it.", used.Names[j]);
        var correlations = new double[p * p];
        for (var a = 0; a < p; a++)
            for (var b = 0; b < p; b++) correlations[a * p + b] = information[a * p + b] / Math.Sqrt(information[a * p + a] * information[b * p + b]);
        CorrelationFactor.Of(correlations, used.Names);
    }

    static CoxRegression Read(CoxDesign design, NewtonAscent ascent, CoxOptions options)
    {
        var (p, rows) = (design.Covariates, design.Rows);
        var inverse = (SymmetricFactor.Of(ascent.Information, p) ?? throw new DataRefused(DataFault.Collinear, $"{string.Join(", ", design.Names)} cannot be told apart.", design.Names)).Inverse();
        var robust = options.Robust || rows.Columns.Cluster is not null || rows.Weighted;
        var errors = robust ? ScoreResiduals.Sandwich(design, ascent.At, inverse) : inverse;
        var score = SymmetricFactor.Of(ascent.StartInformation, p)!.Solve(ascent.StartGradient).Zip(ascent.StartGradient, (a, b) => a * b).Sum();
        var (wald, rank) = QuadraticForm.Of(ascent.At, errors);
        var ratio = Math.Max(0, 2 * (ascent.Value - ascent.StartValue));
        GroupTest Test(double statistic, int freedom) => new(statistic, freedom, null, Tail.ChiSquare(statistic, freedom), statistic / rows.N);
        return new(design, ascent.At, inverse)
        {
            Coefficients = [.. design.Names.Select((name, j) => HazardRatio.Of(name, ascent.At[j] / design.Scales[j], Math.Sqrt(Math.Max(0, errors[j * p + j])) / design.Scales[j],
                Math.Sqrt(inverse[j * p + j]) / design.Scales[j], rows.N, options.Confidence))],
            LogLikelihood = ascent.Value, NullLogLikelihood = ascent.StartValue, LikelihoodRatio = Test(ratio, p), Wald = Test(wald, rank), Score = Test(score, p),
            Concordance = Statistics.Concordance.Of(design, ascent.At, options.Confidence), Ties = options.Ties, N = rows.N, Events = rows.Events,
            Steps = ascent.Steps, Converged = ascent.Converged, Robust = robust,
        };
    }
}
