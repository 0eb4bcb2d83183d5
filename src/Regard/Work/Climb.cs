using Regard.Organisation;
namespace Regard.Work;

/// <summary>Takes tasks one level up their ladders.</summary>
static class Climb
{
    /// <summary>SQLite finds the places of a list one by one, so that long lists cost more than many statements.</summary>
    const int AtOnce = 250;

    public sealed record Standing
    {
        public required Id<WorkItem> Id { get; init; }
        public required WorkKind Kind { get; init; }
        public required Id<Unit> UnitId { get; init; }
        public Id<Person>? OwnerId { get; init; }
        public required long Level { get; init; }
        public required long Ladder { get; init; }

        public const string Columns = "id, kind, unit_id, owner_id, level, ladder";
    }

    /// <param name="To">Who is told; null when there is nobody.</param>
    /// <param name="Next">When the level above is reached.</param>
    sealed record Step(long Level, Id<Person>? To, bool TakesOver, DateTimeOffset? Next);

    /// <summary>Whether or not their time has come, when asked for; otherwise only those for which it has.</summary>
    /// <returns>Who was told of how many.</returns>
    public static async Task<IReadOnlyList<(Id<Person>? To, int Tasks)>> Up(Session s, IReadOnlyList<Standing> items, bool asked = false)
    {
        var calendars = await CalendarStore.All(s);
        var heads = await Heads.Today(s, await AbsenceStore.Today(s));
        var ladders = await LadderStore.All(s);
        var known = new Dictionary<(WorkKind, Id<Unit>, Id<Person>?, long, long), Step>();
        Step Of(Standing i)
        {
            var key = (i.Kind, i.UnitId, i.OwnerId, i.Level, i.Ladder);
            if (known.TryGetValue(key, out var step)) return step;
            var (ladder, to) = (ladders(i.Kind, i.Ladder), heads.At(i.Level + 1, i.UnitId, i.OwnerId));
            var takesOver = to is not null && i.Kind.IsHandedOverHere() && i.Level < ladder.Levels.Count && ladder.Levels[(int)i.Level].Step == LadderStep.TakeOver;
            return known[key] = new(i.Level + 1, to, takesOver, ladder.Next(i.Level + 1, s.Now, calendars.Of(i.UnitId))?.ToMilliseconds());
        }

        var told = new Dictionary<Id<Person>, int>();
        var nobody = 0;
        var facts = new List<object?[]>(items.Count);
        var climbed = new List<(Standing, Id<Person>)>();
        foreach (var group in items.GroupBy(i => Of(i) is var step && step.TakesOver ? step : step with { To = null }))
            foreach (var chunk in group.Chunk(AtOnce))
            {
                var moved = await Move(s, group.Key, chunk, asked);
                foreach (var item in chunk.Where(i => moved.Contains(i.Id)))
                {
                    var step = Of(item);
                    if (step.To is { } to) { told[to] = told.GetValueOrDefault(to) + 1; climbed.Add((item, to)); } else nobody++;
                    facts.Add([item.Id.Value, step.Level, s.Now, step.To?.Value, step.TakesOver, item.OwnerId?.Value]);
                }
            }
        await Keep(s, facts);
        await ClimbTold.Tell(s, climbed);
        return [.. told.Select(t => ((Id<Person>?)t.Key, t.Value)), .. nobody > 0 ? [(null, nobody)] : Array.Empty<(Id<Person>?, int)>()];
    }

    // Written so that the index by this moment is of no use: these are few tasks, found by their ids.
    const string Come = "and coalesce(escalates_at, @now) <= @now";

    static async Task<HashSet<Id<WorkItem>>> Move(Session s, Step step, Standing[] chunk, bool asked) => [.. await s.Many<Id<WorkItem>>($"""
        update work_items set level = @level, escalates_at = @next{(step.TakesOver ? ", owner_id = @to" : "")}
        where {s.Dialect.Among("id", "ids")} and done_at is null and level = @before {(asked ? "" : Come)} returning id
        """, new Dictionary<string, object?>
    {
        ["ids"] = s.Dialect.Keys(chunk.Select(i => i.Id.Value)), ["level"] = step.Level, ["before"] = step.Level - 1, ["next"] = step.Next, ["now"] = s.Now, ["to"] = step.To ?? default,
    })];

    static async Task Keep(Session s, List<object?[]> facts)
    {
        if (facts.Count == 0) return;
        await using var writer = s.Dialect.Append(s.Transaction, "escalations", "item_id", "level", "at", "person_id", "took_over", "from_id");
        foreach (var fact in facts) await writer.Write(fact);
        await writer.Complete();
    }
}
