using Regard.Measures;
using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>How many are unhappy for each one who complains, by unit.</summary>
public sealed record ShowHidden(Id<Unit>? UnitId = null) : Question<HiddenView>
{
    internal override Permission Needs => Permission.SeeCustomers;

    internal override async Task<HiddenView> Run(Session s)
    {
        var place = await LoyaltyPlace.Of(s, UnitId);
        List<Id<Unit>> shown = [place.Unit.Id, .. place.Below.Select(b => b.Id)];
        var tree = await UnitStore.Tree(s, s.Today);
        var counts = await LoyaltyStore.Documents<ProblemDocument>(s, ProblemDocument.Kind, shown);
        var lists = (await s.Many<ListRow>($"""
            select unit_id, from_day, last_day, both_lists, survey_only, register_only, source from problem_lists where {s.Dialect.Among("unit_id", "units")} order by last_day desc, from_day desc
            """, new { units = s.Dialect.Keys(shown.Select(u => u.Value)) })).ToLookup(l => l.UnitId);
        var models = await LoyaltyStore.Documents<PropensityDocument>(s, PropensityDocument.Kind, shown);
        return new()
        {
            Place = place, MayEdit = s.Caller.May(Permission.EditCustomerRules), Tree = [.. tree.Under(place.Unit.Id).Select(UnitLabel.Of)],
            Rows = [.. new[] { place.Unit }.Concat(place.Below).Select(u => new HiddenRow(u, counts.GetValueOrDefault(u.Id)?.Count, PerTold(counts.GetValueOrDefault(u.Id)?.Count), [.. lists[u.Id].Select(l => l.Read())], Registered(counts.GetValueOrDefault(u.Id)?.Count)) { ByModel = models.GetValueOrDefault(u.Id)?.PerTold, ModelN = models.GetValueOrDefault(u.Id)?.N ?? 0 })],
        };
    }

    /// <summary>Among the known customers asked: those with a problem in all, by who said so and who stands in the register of complaints of the year before (Chapman).</summary>
    static CaptureRecapture? Registered(ProblemCount? count) =>
        count is { } c && c.Both + c.SurveyOnly >= HiddenView.Minimum && c.Both + c.RegisterOnly > 0 ? CaptureRecapture.Of(c.Both, c.SurveyOnly, c.RegisterOnly) : null;

    /// <summary>Of those who had a problem when asked, for each who told it: one over a share, and so its Wilson interval turned over.</summary>
    static Estimate PerTold(ProblemCount? count)
    {
        if (count is not { Problem: > 0 } c) return Estimate.Withhold(Withholding.Unmeasured, 0);
        var told = Wilson.Share(c.Told, c.Problem).WithholdUnder(HiddenView.Minimum);
        if (told.Withheld) return told;
        if (c.Told == 0) return Estimate.Withhold(Withholding.DenominatorNearZero, c.Problem);
        return Estimate.Between(1 / told.Value.Value, told.StandardError.Value / (told.Value.Value * told.Value.Value), Math.Min(1 / told.Value.Value, 1 / told.Upper.Value), Math.Max(1 / told.Value.Value, 1 / told.Lower.Value), c.Problem);
    }

    sealed record ListRow
    {
        public required Id<Unit> UnitId { get; init; }
        public required DateOnly FromDay { get; init; }
        public required DateOnly LastDay { get; init; }
        public required long BothLists { get; init; }
        public required long SurveyOnly { get; init; }
        public required long RegisterOnly { get; init; }
        public required string Source { get; init; }

        public ProblemLists Read()
        {
            var found = CaptureRecapture.Of(BothLists, SurveyOnly, RegisterOnly);
            return new(new(UnitId, FromDay, LastDay, BothLists, SurveyOnly, RegisterOnly, Source), found.Total, found.PerRegistered);
        }
    }
}

public sealed record HiddenView
{
    /// <summary>People with a problem under which nothing is told of a unit.</summary>
    public const int Minimum = 10;

    public required LoyaltyPlace Place { get; init; }
    public required bool MayEdit { get; init; }
    /// <summary>The unit and all below it.</summary>
    public required IReadOnlyList<UnitLabel> Tree { get; init; }
    /// <summary>The unit and those right below it.</summary>
    public required IReadOnlyList<HiddenRow> Rows { get; init; }
}

/// <param name="Survey">Of the last twelve months; null where no form asks the two questions.</param>
/// <param name="PerTold">With a problem, for each one who told it.</param>
/// <param name="Lists">The newest first.</param>
/// <param name="Register">The survey against our own register of complaints; null while too few are on the lists.</param>
public sealed record HiddenRow(UnitLabel Unit, ProblemCount? Survey, Estimate PerTold, IReadOnlyList<ProblemLists> Lists, CaptureRecapture? Register = null)
{
    /// <summary>The same by the model of who tells, which borrows from the whole company; null when it says nothing.</summary>
    public Bounded? ByModel { get; init; }
    public long ModelN { get; init; }
}

/// <param name="Total">People with a problem in all, seen or not (Chapman).</param>
/// <param name="PerComplaint">The same for each one in the register.</param>
public sealed record ProblemLists(ProblemList List, Estimate Total, Estimate PerComplaint);
