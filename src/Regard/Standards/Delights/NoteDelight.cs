using Regard.Customers;
using Regard.Organisation;
namespace Regard.Standards;

/// <summary>Did one today, for this customer or for somebody whom nobody here knows by name.</summary>
/// <param name="Key">Made by who sends it: what is sent twice is taken once.</param>
public sealed record NoteDelight(Id<DelightAct> Key, Id<Delight> DelightId, Id<Unit> UnitId, Id<Customer>? CustomerId = null) : Change<Done>
{
    internal override Permission Needs => Permission.HandleCases;
    internal override string Subject => $"{DelightId} {UnitId}";

    internal override async Task<Done> Run(Session s)
    {
        if (await s.Value<long>("select count(*) from delights where id = @DelightId and dropped_at is null", new { DelightId }) == 0) throw new NotFound("There is no such act of delight.");
        var unit = await UnitStore.InCareToday(s, UnitId, Needs);
        if (unit.Kind == UnitKind.Competitor) throw new Invalid(nameof(UnitId), "There is no such unit.");
        if (!unit.IsOpenOn(s.Today)) throw new Invalid(nameof(UnitId), "{0} is closed.", unit.Name);
        var customer = CustomerId is { } id ? (await (await CustomerSight.Of(s)).Find(s, await Merging.Goer(s, id))).CustomerId : new Id<Customer>(Key.Value);
        await s.Write("""
            insert into delight_acts (customer_id, id, is_known, delight_id, unit_id, day, made_by, made_at)
            values (@customer, @Key, @known, @DelightId, @UnitId, @Today, @Person, @Now) on conflict do nothing
            """, new { customer, Key, known = CustomerId is not null, DelightId, UnitId, s.Today, s.Caller.Person, s.Now });
        return default;
    }
}
