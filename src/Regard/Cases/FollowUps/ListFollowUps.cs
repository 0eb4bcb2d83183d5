using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Cases;

/// <summary>Customers to ask how it is now, the most urgent first, and what asking has told in a year.</summary>
public sealed record ListFollowUps(Id<Unit>? Unit = null, int Start = 0, int Size = 50) : Question<FollowUpList>
{
    /// <summary>Answers under which no share is told.</summary>
    public const int Minimum = 10;
    const int FigureDays = 365;

    internal override Permission Needs => Permission.HandleCases;

    internal override IEnumerable<Problem> Check() { if (Size is < 1 or > 1000 || Start < 0) yield return new(nameof(Size), "A page holds 1 to {0} rows.", 1000); }

    internal override async Task<FollowUpList> Run(Session s)
    {
        var sight = await CaseSight.Of(s, Needs);
        if (Unit is { } unit && !sight.Cares(unit)) throw new NotFound("There is no such unit in your care.");
        var units = (Unit is { } asked ? sight.Tree.Under(asked).Select(u => u.Id).Where(sight.Cares) : sight.Units).ToList();
        var values = new Dictionary<string, object?> { ["units"] = s.Dialect.Keys(units.Select(u => u.Value)), ["me"] = s.Caller.Person, ["since"] = s.Now.AddDays(-FigureDays), ["size"] = Size + 1, ["start"] = Start };
        var among = s.Dialect.Among("f.unit_id", "units");
        var scope = Unit is null && s.Caller.Person is not null ? $"(({among} and (c.about_id is null or c.about_id <> @me or c.is_own_mistake)) or f.owner_id = @me)" : among;
        var rows = await s.Many<FollowUp>($"{FollowUp.Select} where f.ended_at is null and {scope} order by f.due_at, f.id limit @size offset @start", values);
        var counts = await s.Many<Count>($"select f.state, count(*) as times from case_follow_ups f where f.ended_at > @since and {among} group by f.state", values);
        long Of(FollowUpState state) => counts.Where(c => c.State == state).Sum(c => c.Times);
        var (fine, not) = (Of(FollowUpState.Fine), Of(FollowUpState.NotFine));
        return new([.. rows.Take(Size).Select(f => f.SeenBy(sight))], rows.Count > Size ? Start + Size : null, Wilson.Share(fine, fine + not).WithholdUnder(Minimum), Wilson.Share(fine + not, fine + not + Of(FollowUpState.NotReached)).WithholdUnder(Minimum), s.Now);
    }

    sealed record Count
    {
        public required FollowUpState State { get; init; }
        public required long Times { get; init; }
    }
}

/// <param name="Next">Where the next page starts.</param>
/// <param name="Fine">Of those who said how it is now, those for whom it is well.</param>
/// <param name="Reached">Of those asked, those who answered.</param>
public sealed record FollowUpList(IReadOnlyList<FollowUp> Rows, int? Next, Estimate Fine, Estimate Reached, DateTimeOffset Now);
