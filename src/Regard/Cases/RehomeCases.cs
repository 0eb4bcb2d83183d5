using Regard.Organisation;
using Regard.Work;
namespace Regard.Cases;

/// <summary>What somebody who leaves has in hand goes to others at once, so that nothing is ever owned by nobody who works here. For Organisation, within its own change.</summary>
sealed record RehomeCases(Id<Person> From) : Change<Done>
{
    internal override Permission Needs => Permission.InvitePeople;
    internal override string Subject => From.ToString();

    internal override async Task<Done> Run(Session s)
    {
        foreach (var number in await s.Many<long>("""
            select number from cases where (owner_id = @From or spokesperson_id = @From) and closed_at is null
            union select c.number from case_handovers h join cases c on c.customer_id = h.customer_id and c.id = h.case_id where h.to_id = @From and h.answered_at is null
            union select c.number from case_tasks t join cases c on c.customer_id = t.customer_id and c.id = t.case_id where t.owner_id = @From and t.done_at is null and t.withdrawn_at is null
            order by 1
            """, new { From }))
            await Rehome(s, await CaseStore.Hold(s, number));
        return default;
    }

    async Task Rehome(Session s, Case c)
    {
        if (await CaseOffers.Open(s, c) is { } offer && offer.ToId == From) await CaseOffers.Answer(s, c, offer, OfferAnswer.Withdrawn, null);
        var given = c.OwnerId == From && c.IsOpen ? await CaseOwners.Give(s, c, await Found(s, c.UnitId, c.IsKnown ? c.CustomerId : null, c), "") : c;
        if (c.SpokespersonId == From && c.IsOpen) given = given with { SpokespersonId = await CaseCrisis.Speaker(s, c.UnitId, c.AboutId, From) ?? given.OwnerId };
        await CaseStore.Change(s, c, given);
        foreach (var task in await CaseTasks.Open(s, c))
            if (task.OwnerId == From) await CaseTasks.Give(s, c, task, await Found(s, task.UnitId, null, c));
    }

    async Task<Id<Person>> Found(Session s, Id<Unit> unit, Id<Customers.Customer>? customer, Case c) => await CaseOwners.Found(s, unit, customer, From, c.AboutId)
        ?? throw new Refused("Case No. {0} belongs to this person and nobody at its unit or above can take it. Give somebody the role of a manager first.", c.Number);
}
