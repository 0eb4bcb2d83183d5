namespace Regard.Demo;

/// <summary>What is true of the demo's customers, written down before anything happens: tests hold the models' estimates against it.</summary>
/// <remarks>
/// Purchases follow the BG/NBD model: each customer buys at a rate of their own, drawn from a gamma distribution (shape r, rate alpha, in weeks), and after each purchase stays away for good with a
/// probability of their own, drawn from a beta distribution (a, b). What is spent follows the gamma-gamma model (p, q, gamma), whatever is bought; only the first purchase may be a new car, which is dear. On top of
/// that, whoever has complained leaves at once with a known probability, a smaller one where the company made good; so does whoever was asked, the more likely the less satisfied. Maintenance contracts are renewed year by year after the shifted
/// beta-geometric model (alpha, beta).
/// </remarks>
public static class DemoCustomerModel
{
    /// <summary>By segment: gamma of the weekly rates, beta of the drop-out, gamma-gamma of the amounts in yuan.</summary>
    public sealed record Segment(string Name, double R, double Alpha, double A, double B, double P, double Q, double Gamma)
    {
        public double MeanWeeklyRate => R / Alpha;
        public double MeanDropOut => A / (A + B);
        /// <summary>In yuan.</summary>
        public double MeanSpend => P * Gamma / (Q - 1);
    }

    public static Segment Private { get; } = new("private", R: 1.2, Alpha: 16, A: 0.8, B: 6, P: 6, Q: 4, Gamma: 450);
    public static Segment Fleet { get; } = new("fleet", R: 2.0, Alpha: 9, A: 0.6, B: 9, P: 6, Q: 4, Gamma: 700);
    public static Segment Vip { get; } = new("vip", R: 1.6, Alpha: 11, A: 0.7, B: 9, P: 6, Q: 4, Gamma: 1200);

    /// <summary>One in twenty is a VIP, two are fleets.</summary>
    public static Segment Of(int customer) => (customer % 20) switch { 0 => Vip, 1 or 2 => Fleet, _ => Private };

    /// <summary>Share of first purchases that are a new car, and its price in yuan.</summary>
    public const double NewCarShare = 0.2, NewCarFrom = 110_000, NewCarTo = 360_000;

    /// <summary>What a repeated purchase is of: how often, and what share of the amount is gross profit.</summary>
    public static IReadOnlyList<(string Category, string Kind, double Share, double Profit)> Categories { get; } =
    [
        ("maintenance", "work_order", 0.46, 0.38), ("repair", "work_order", 0.24, 0.32), ("tyres", "work_order", 0.10, 0.18), ("accessories", "purchase", 0.12, 0.45), ("insurance", "purchase", 0.08, 0.12),
    ];

    public const double NewCarProfit = 0.04;

    /// <summary>Share of purchases that a complaint follows, and of complaints that are made good.</summary>
    public const double ComplaintShare = 0.04, RecoveredShare = 0.5;

    /// <summary>The probability of leaving at once.</summary>
    public const double LeavesAfterComplaint = 0.35, LeavesAfterRecovery = 0.05;

    /// <summary>The probability of leaving at once after an answer: falls with satisfaction, ever more slowly, and with how hard it is to change.</summary>
    /// <param name="satisfaction">0 to 1.</param>
    /// <param name="switching">1 to 7.</param>
    public static double LeavesAfterAnswer(double satisfaction, double switching) => Math.Min(0.95, (0.02 + 1.1 * Math.Pow(1 - satisfaction, 1.6)) * Math.Exp(-0.25 * (switching - 4)));

    /// <summary>What winning a customer costs, and keeping one through a quarter, in yuan.</summary>
    public const double AcquisitionYuan = 820, RetentionYuan = 46;
    /// <summary>What a point of satisfaction more costs for one customer, in yuan.</summary>
    public const double PointYuan = 3;
    /// <summary>Market share of a store in per cent: at the usual, for a point of the true index more a quarter before, and its scatter.</summary>
    public const double MarketShare = 11, MarketSharePerPoint = 0.35, MarketShareSpread = 0.25;

    /// <summary>Share of persons with a maintenance contract, and the beta distribution of not renewing it after a year.</summary>
    public const double ContractShare = 0.35, ContractAlpha = 1.2, ContractBeta = 3.2;
    public const int ContractYuan = 1680;

    /// <summary>Customers invited in each wave, and the share of customers who come in a second time under another id.</summary>
    public const int InvitedEachWave = 420;
    public const double DuplicateShare = 0.01;
}
