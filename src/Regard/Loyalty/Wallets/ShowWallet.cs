using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>Share of wallet and first choice at a unit: over time, by segment and by grade.</summary>
public sealed record ShowWallet(Id<Unit>? UnitId = null) : Question<WalletView>
{
    internal override Permission Needs => Permission.SeeCustomers;

    internal override async Task<WalletView> Run(Session s)
    {
        var place = await LoyaltyPlace.Of(s, UnitId);
        var documents = await LoyaltyStore.Documents<WalletDocument>(s, WalletDocument.Kind, [place.Unit.Id, .. place.Below.Select(b => b.Id)]);
        var view = new WalletView { Place = place };
        if (documents.GetValueOrDefault(place.Unit.Id) is not { } own) return view;
        return view with
        {
            Periods = Rows(own.Periods), Segments = Rows(own.Segments), Grades = Rows(own.Grades), All = WalletRow.Of(own.All),
            Units = [.. place.Below.Where(b => documents.ContainsKey(b.Id)).Select(b => WalletRow.Of(documents[b.Id].All) with { Name = b.Name })],
        };
    }

    static IReadOnlyList<WalletRow> Rows(IReadOnlyList<WalletCount> counts) => [.. counts.Select(WalletRow.Of)];
}

public sealed record WalletView
{
    public required LoyaltyPlace Place { get; init; }
    /// <summary>Waves and quarters of files, the oldest first.</summary>
    public IReadOnlyList<WalletRow> Periods { get; init; } = [];
    public IReadOnlyList<WalletRow> Segments { get; init; } = [];
    public IReadOnlyList<WalletRow> Grades { get; init; } = [];
    public IReadOnlyList<WalletRow> Units { get; init; } = [];
    /// <summary>Of all customers, each by the last word; null when nobody was asked.</summary>
    public WalletRow? All { get; init; }
}

/// <param name="Share">Mean share of spending with us, 0 to 1.</param>
/// <param name="First">Share of those asked who name us first, 0 to 1.</param>
public sealed record WalletRow(string Name, DateOnly? Day, Estimate Share, Estimate First)
{
    const int Minimum = 10;

    internal static WalletRow Of(WalletCount count) => new(count.Name, count.Day, Mean(count), Wilson.Share(count.First, count.Asked).WithholdUnder(Minimum));

    static Estimate Mean(WalletCount count)
    {
        if (count.Shares == 0) return Estimate.Withhold(Withholding.Unmeasured, 0);
        if (count.Shares < Minimum) return Estimate.Withhold(Withholding.TooFew, count.Shares);
        var (n, mean) = (count.Shares, count.Sum / count.Shares);
        return Estimate.Of(mean, Math.Sqrt(Math.Max(0, count.Squares / n - mean * mean) / (n - 1)), n - 1, n);
    }
}
