using System.Text.Json.Serialization;
using Regard.Organisation;
namespace Regard.Work;

[JsonConverter(typeof(JsonStringEnumConverter<WorkView>))]
public enum WorkView
{
    /// <summary>The caller's own tasks, those of whom the caller stands in for, and those the caller was told of.</summary>
    NeedsMe,
    /// <summary>Told to the caller because somebody else did not do them in time.</summary>
    Escalated,
    /// <summary>Of people who are away and for whom the caller stands in.</summary>
    StandIn,
    /// <summary>Of others in the units in the caller's care.</summary>
    Team,
}

/// <summary>Open tasks by due time.</summary>
/// <param name="UnitId">With all units below it.</param>
/// <param name="Page">From 1.</param>
public sealed record ListWork(WorkView View = WorkView.NeedsMe, WorkKind? Kind = null, Id<Unit>? UnitId = null, bool Overdue = false, int Page = 1) : Question<WorkList>
{
    public const int PageSize = 100;

    internal override Permission Needs => Permission.SignedIn;

    internal override async Task<WorkList> Run(Session s)
    {
        var sight = await WorkSight.Of(s);
        var tree = await UnitStore.Tree(s, s.Today);
        var care = s.Caller.May(Permission.EditPlans) ? tree.InCare(s.Caller, Permission.EditPlans) : [];
        var values = sight.Values(s, care);
        values["kind"] = Kind?.ToString() ?? "";
        values["units"] = s.Dialect.Keys(UnitId is { } unit ? tree.Under(unit).Select(u => u.Id.Value) : []);
        var filter = $"""
            w.done_at is null and {WorkSight.Where(s, View)}{(Kind is null ? "" : " and w.kind = @kind")}{(UnitId is null ? "" : $" and {s.Dialect.Among("w.unit_id", "units")}")}{(Overdue ? " and w.due_at < @now" : "")}
            """;
        var counts = new Dictionary<WorkView, int>();
        foreach (var view in Enum.GetValues<WorkView>()) counts[view] = (int)await s.Value<long>($"select count(*) from work_items w where w.done_at is null and {WorkSight.Where(s, view)}", values);
        var total = (int)await s.Value<long>($"select count(*) from work_items w where {filter}", values);
        var page = Math.Clamp(Page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var items = await s.Many<WorkItem>($"{WorkStore.Select} where {filter} order by w.due_at, w.id limit {PageSize} offset {(page - 1) * PageSize}", values);
        return new()
        {
            Now = s.Now, View = View, Counts = counts, Total = total, Page = page, Pages = Math.Max(1, (total + PageSize - 1) / PageSize),
            Items = [.. items.Select(i => new WorkRow(i, Because(i, sight)))],
            Units = [.. (care.Count > 0 ? tree.All.Where(u => care.Contains(u.Id)) : s.Caller.Roles.Select(r => tree.Find(r.UnitId)).OfType<Unit>().Distinct()).Select(u => new UnitChoice(u.Id, u.Name, tree.PathTo(u.Id).Count - 1))],
            MayMoveDays = s.Caller.May(Permission.EditPlans),
        };
    }

    static WorkBecause Because(WorkItem item, WorkSight sight) =>
        item.OwnerId is { } owner && owner == sight.Me ? WorkBecause.Own
        : item.OwnerId is { } other && sight.ActedFor.Contains(other) ? WorkBecause.StandIn
        : WorkBecause.Other;
}

public enum WorkBecause { Own, StandIn, Other }

public sealed record WorkRow(WorkItem Item, WorkBecause Because);

public sealed record UnitChoice(Id<Unit> Id, string Name, int Depth);

public sealed record WorkList
{
    public required DateTimeOffset Now { get; init; }
    public required WorkView View { get; init; }
    public required IReadOnlyList<WorkRow> Items { get; init; }
    /// <summary>How many each view holds without a filter.</summary>
    public required IReadOnlyDictionary<WorkView, int> Counts { get; init; }
    /// <summary>How many fit the filter.</summary>
    public required int Total { get; init; }
    public required int Page { get; init; }
    public required int Pages { get; init; }
    public required IReadOnlyList<UnitChoice> Units { get; init; }
    /// <summary>Whether the caller may set another due day for tasks in the caller's care.</summary>
    public required bool MayMoveDays { get; init; }
}
