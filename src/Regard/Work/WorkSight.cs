using Regard.Organisation;
namespace Regard.Work;

/// <summary>Which tasks the caller sees: as owner, as stand-in, as a head who was told, as the manager of a unit.</summary>
sealed record WorkSight(Id<Person>? Me, IReadOnlyList<Id<Person>> ActedFor)
{
    public static async Task<WorkSight> Of(Session s) => s.Caller.Person is { } me ? new(me, (await AbsenceStore.Today(s)).ActedForBy(me)) : new(null, []);

    IEnumerable<Guid> People => Me is { } me ? [me.Value, .. ActedFor.Select(p => p.Value)] : [];

    /// <summary>Conditions on the task "w".</summary>
    public static string Where(Session s, WorkView view) => view switch
    {
        WorkView.StandIn => s.Dialect.Among("w.owner_id", "actedFor"),
        WorkView.Escalated => Told(s),
        WorkView.Team => $"{s.Dialect.Among("w.unit_id", "care")} and w.owner_id is distinct from @me",
        _ => $"({s.Dialect.Among("w.owner_id", "people")} or ({Told(s)}))",
    };

    static string Told(Session s) => $"w.owner_id is distinct from @me and w.id in (select e.item_id from escalations e where {s.Dialect.Among("e.person_id", "people")})";

    public Dictionary<string, object?> Values(Session s, IEnumerable<Id<Unit>> care) => new()
    {
        ["me"] = Me ?? default, ["people"] = s.Dialect.Keys(People), ["actedFor"] = s.Dialect.Keys(ActedFor.Select(p => p.Value)), ["care"] = s.Dialect.Keys(care.Select(u => u.Value)), ["now"] = s.Now,
    };
}
