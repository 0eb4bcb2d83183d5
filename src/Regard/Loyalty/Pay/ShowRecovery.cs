using Regard.Cases;
using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>What making complaints good saved: whether those who accepted a solution stayed more often than the others, and what that is worth. An association: who is made good is seldom left to chance.</summary>
public sealed record ShowRecovery(Id<Unit>? UnitId = null) : Question<RecoveryView>
{
    /// <summary>Under so many complainants in a group nothing is told.</summary>
    public const int Minimum = 10;
    const int Years = 3, DaysOfMonth = 30, MostMonths = 36;

    internal override Permission Needs => Permission.SeeCustomers;

    internal override async Task<RecoveryView> Run(Session s)
    {
        var place = await LoyaltyPlace.Of(s, UnitId);
        var view = new RecoveryView { Place = place };
        if (place.Working is not { } working || await LoyaltyStore.ChurnRule(s) is not { } rule) return view;
        List<Id<Unit>> under = [.. (await UnitStore.Tree(s, s.Today)).Under(place.Unit.Id).Select(u => u.Id)];
        var known = await RecoveredCustomer.Of(s, await new ComplaintOutcomes(under, working.AsOf.AddYears(-Years)).Run(s), rule, working.AsOf);
        var decided = known.Where(k => k.Stayed is not null).ToList();
        view = view with { MadeGood = known.Count(k => k.IsMadeGood), Others = known.Count(k => !k.IsMadeGood), Undecided = known.Count - decided.Count, Days = rule.DaysOf(ChurnRule.AllOthers), Staying = Curves(known, working.AsOf, s.Caller.Language), Hazard = Hazards(known, working.AsOf) };
        return decided.Count(k => k is { IsMadeGood: true, Spent: > 0 }) < Minimum || decided.Count(k => k is { IsMadeGood: false, Spent: > 0 }) < Minimum ? view : view with { Saved = Saved(decided) };
    }

    static SavedValue Saved(IReadOnlyList<RecoveredCustomer> decided) => SavedValue.Of(
        Observations.Of(["value", "stayed", "made good"], [[.. decided.Select(k => (double)k.Spent)], [.. decided.Select(k => k.Stayed == true ? 1.0 : 0)], [.. decided.Select(k => k.IsMadeGood ? 1.0 : 0)]]), "value", "stayed", "made good");

    /// <summary>How many times as fast those leave who were not made good (Cox, with Efron's ties), and whether that holds over time.</summary>
    static RecoveryHazard? Hazards(IReadOnlyList<RecoveredCustomer> known, DateOnly asOf)
    {
        var watched = known.Select(k => (Days: (k.LostOn ?? asOf).DayNumber - k.Day.DayNumber, Left: k.LostOn is not null, k.IsMadeGood)).Where(k => k.Days > 0).ToList();
        if (watched.Count(k => k is { IsMadeGood: true, Left: true }) < Minimum || watched.Count(k => k is { IsMadeGood: false, Left: true }) < Minimum) return null;
        var data = Observations.Of(["days", "left", "not made good"], [[.. watched.Select(k => (double)k.Days)], [.. watched.Select(k => k.Left ? 1.0 : 0)], [.. watched.Select(k => k.IsMadeGood ? 0.0 : 1)]]);
        var fit = CoxRegression.Fit(data, new("days", "left"), ["not made good"]);
        return fit.Converged ? new(fit.Coefficients[0].Ratio, fit.Coefficients[0].PValue, fit.Proportional().Global.PValue) : null;
    }

    static StayCurves? Curves(IReadOnlyList<RecoveredCustomer> known, DateOnly asOf, Language language)
    {
        if (known.Count(k => k.IsMadeGood) < Minimum || known.Count(k => !k.IsMadeGood) < Minimum) return null;
        return StayCurves.Of(new[] { (Name: Words.Of("Made good"), Good: true), (Name: Words.Of("Not made good"), Good: false) }.Select(g =>
        {
            var (lost, stayed) = (new long[MostMonths + 1], new long[MostMonths + 1]);
            foreach (var k in known.Where(k => k.IsMadeGood == g.Good))
            {
                var months = ((k.LostOn ?? asOf).DayNumber - k.Day.DayNumber) / DaysOfMonth;
                if (k.LostOn is null || months >= MostMonths) stayed[Math.Min(months, MostMonths)]++;
                else lost[months]++;
            }
            return (g.Name.In(language), new SurvivalCount("Recovery", g.Name.Text, lost, stayed));
        }));
    }
}

public sealed record RecoveryView
{
    public required LoyaltyPlace Place { get; init; }
    /// <summary>Complainants of the last three years who accepted a solution, and who did not.</summary>
    public int MadeGood { get; init; }
    public int Others { get; init; }
    /// <summary>Whose complaint is too young to say whether they stay.</summary>
    public int Undecided { get; init; }
    /// <summary>Days after which a customer counts as lost.</summary>
    public int Days { get; init; }
    /// <summary>In the smallest unit of the currency a year; null while too few are known.</summary>
    public SavedValue? Saved { get; init; }
    /// <summary>Null while too few have left.</summary>
    public RecoveryHazard? Hazard { get; init; }
    /// <summary>From the complaint on.</summary>
    public StayCurves? Staying { get; init; }
}

/// <param name="Ratio">Hazard of leaving of those not made good over that of those made good.</param>
/// <param name="Proportional">P value of the test that the ratio stays the same over time.</param>
public sealed record RecoveryHazard(Estimate Ratio, double PValue, double? Proportional);
