using System.Text.Json.Serialization;
using Regard.Organisation;
namespace Regard.Work;

[JsonConverter(typeof(JsonStringEnumConverter<WorkChange>))]
public enum WorkChange { Done, HandOver, MoveDay }

/// <summary>The same for several tasks at once: what may be done is done, and what may not is told, task by task.</summary>
/// <param name="To">To whom, when handed over.</param>
/// <param name="Day">The new due day, when moved.</param>
public sealed record ChangeWork(IReadOnlyList<Id<WorkItem>> Ids, WorkChange What, Id<Person>? To = null, DateOnly? Day = null) : Change<IReadOnlyList<WorkOutcome>>
{
    public const int Most = 200;

    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => $"{What} {Ids.Count} {To} {Day:yyyy-MM-dd}";

    internal override IEnumerable<Problem> Check()
    {
        if (Ids is not { Count: > 0 }) yield return new("", "Choose at least one task.");
        else if (Ids.Count > Most) yield return new("", "At most {0} tasks at once.", Most);
        if (What == WorkChange.HandOver && To is null) yield return new("To", "Choose a person.");
        if (What == WorkChange.MoveDay && Day is null) yield return new("Day", "Choose a day.");
    }

    internal override async Task<IReadOnlyList<WorkOutcome>> Run(Session s)
    {
        var outcomes = new List<WorkOutcome>();
        foreach (var id in Ids.Distinct()) outcomes.Add(new(id, await s.Maybe<Text>("select title from work_items where id = @id", new { id }) is { } title && await Sees(s, id) ? title : [], await Try(s, id)));
        return outcomes;
    }

    static async Task<bool> Sees(Session s, Id<WorkItem> id)
    {
        try { await WorkStore.Mine(s, id); return true; }
        catch (NotFound) { return false; }
    }

    // Each of these refuses before it writes anything.
    async Task<Words?> Try(Session s, Id<WorkItem> id)
    {
        try
        {
            Change<Done> one = What switch { WorkChange.Done => new CompleteWorkItem(id), WorkChange.HandOver => new HandOver(id, To!.Value), _ => new SetDueDay(id, Day!.Value) };
            if (!s.Caller.May(one.Needs)) return Words.Of("Your role does not include this.");
            await one.Run(s);
            return null;
        }
        catch (Refused r) { return r.Words; }
        catch (NotFound n) { return n.Words; }
        catch (Invalid i) { return i.Problems[0].Words; }
    }
}

/// <param name="Why">Why it was not done; null when it was.</param>
public sealed record WorkOutcome(Id<WorkItem> Id, Text Title, Words? Why);
