using Regard.Cases;
using Regard.Customers;
using Regard.Work;
namespace Regard.Standards;

/// <summary>Says what came of a promise to one customer. One that was broken opens a case for that customer; what is told of an indicator counts among what was delivered.</summary>
/// <param name="Note">What happened instead; needed unless it was kept.</param>
public sealed record SettleCustomerPromise(Id<Customer> CustomerId, Id<CustomerPromise> Id, PromiseOutcome Outcome, string Note = "") : Change<CheckNoted>
{
    const int LongestNote = 2000;

    internal override Permission Needs => Permission.HandleCases;
    internal override string Subject => $"{CustomerId} {Id} {Outcome}";

    internal override IEnumerable<Problem> Check()
    {
        if (!Enum.IsDefined(Outcome)) yield return new(nameof(Outcome), "Say whether it was kept.");
        if (Outcome != PromiseOutcome.Kept && string.IsNullOrWhiteSpace(Note)) yield return new(nameof(Note), "Say what happened instead.");
        if (Note.Length > LongestNote) yield return new(nameof(Note), "At most {0} characters.", LongestNote);
    }

    internal override async Task<CheckNoted> Run(Session s)
    {
        var customer = await (await CustomerSight.Of(s, Needs)).Find(s, await Merging.Goer(s, CustomerId));
        var ids = (await Merging.Into(s, customer.CustomerId)).Select(m => m.CustomerId.Value).Append(customer.CustomerId.Value);
        var promise = await CustomerPromiseStore.Find(s, Id, s.Dialect.Keys(ids));
        if (!promise.IsOpen) throw new Refused("This promise is settled already.");
        if (!CustomerPromise.Possible(promise.DueAt, s.Now).Contains(Outcome))
            throw Outcome == PromiseOutcome.Kept ? new Invalid(nameof(Outcome), "It is past due: it was kept late, or not at all.") : new Invalid(nameof(Outcome), "It is not due yet: it was kept, or it is broken.");
        var kept = Outcome == PromiseOutcome.Kept;
        long? opened = kept ? null : await new HearBrokenPromise(new(Id.Value), promise.UnitId, Text.OneFor(s.Caller.Language, promise.Words), Note.Trim()) { CustomerId = customer.CustomerId }.Run(s);
        await s.Write("""
            update customer_promises set outcome = @outcome, note = @note, case_number = @opened, settled_by = @Person, settled_at = @Now where customer_id = @CustomerId and id = @Id
            """, new { outcome = Outcome.ToString(), note = string.IsNullOrWhiteSpace(Note) ? null : Note.Trim(), opened, s.Caller.Person, s.Now, promise.CustomerId, Id });
        await new SettleWorkItem(WorkKind.CustomerPromise, Id.Value).Run(s);
        if (promise.IndicatorCode is { } indicator) await new PutEncounter(DeliverySource.Check, new(Id.Value), promise.UnitId, s.Today, [new(indicator, kept ? 100 : 0)]).Run(s);
        return new(opened);
    }
}
