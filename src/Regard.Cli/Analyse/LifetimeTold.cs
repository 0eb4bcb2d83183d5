using Regard.Statistics;
namespace Regard.Cli.Analyse;

/// <summary>What was asked of regard analyse lifetime.</summary>
sealed record LifetimeTold(string Model, CustomerFile File, double Weeks, ValueOptions Value, bool Customers, bool Futures, bool Json)
{
    public static string? Said(LifetimeReason reason) => reason switch
    {
        LifetimeReason.None => null,
        LifetimeReason.TooFewCustomers => "too few customers",
        LifetimeReason.NoRepeatPurchase => "nobody bought again, so nothing tells how often customers buy",
        LifetimeReason.NoTime => "all first purchases lie on the last day of the record",
        LifetimeReason.EqualRates => "all customers seem to buy at the same rate: the spread of rates runs to 0",
        LifetimeReason.NoDropOut => "nobody seems to drop out within the record",
        LifetimeReason.EqualDropOut => "all customers seem to drop out with the same chance: its spread runs to 0",
        LifetimeReason.NotDetermined => "the data do not determine all parameters",
        LifetimeReason.TooFewAmounts => "too few customers with a positive mean spend of repeat purchases",
        LifetimeReason.EqualAmounts => "all mean spends are equal",
        LifetimeReason.NoChurnOrNoStay => "nobody left, or nobody stayed",
        _ => "the steps came to no end",
    };

    public static Dictionary<string, double?> Values(LikelihoodFit fit) => fit.Names.Index().ToDictionary(n => n.Item, n => fit.Values.Count == 0 ? null : (double?)fit.Values[n.Index]);

    public static Dictionary<string, double?> Errors(LikelihoodFit fit) => fit.Names.ToDictionary(n => n, n => fit[n].StandardError);

    public static Dictionary<string, double?[]> Intervals(LikelihoodFit fit) => fit.Names.ToDictionary(n => n, n => new[] { fit[n].Lower, fit[n].Upper });

    public static void Print(string title, LikelihoodFit fit)
    {
        Printed.Line($"{title}: {(fit.Converged ? $"log-likelihood {Printed.Number(fit.LogLikelihood, 4)}, {fit.Iterations} steps" : $"not settled, as {Said(fit.Reason)}")}; n {fit.N}");
        if (fit.Values.Count > 0)
            Printed.Table("Parameter", ["Value", "Error", "Lower", "Upper"], fit.Names.Select((n, j) => (IReadOnlyList<string>)[n, Printed.Number(fit.Values[j], 5), Printed.Number(fit[n].StandardError, 5), Printed.Number(fit[n].Lower, 5), Printed.Number(fit[n].Upper, 5)]));
    }
}
