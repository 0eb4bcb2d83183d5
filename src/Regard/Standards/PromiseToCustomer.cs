using Regard.Customers;
using Regard.Organisation;
using Regard.Work;
namespace Regard.Standards;

/// <summary>Tells one customer what it may count on by a day or a moment. Whoever promised it has it on the list of work.</summary>
/// <param name="Promised">As the customer heard it.</param>
public sealed record PromiseToCustomer(Id<Customer> CustomerId, Id<Unit> UnitId, string Promised, DateOnly DueOn) : Change<Id<CustomerPromise>>
{
    public const int Longest = 500;

    /// <summary>On the unit's clock; the end of the day's work when left out.</summary>
    public TimeOnly? DueTime { get; init; }
    /// <summary>What it is a matter of, if it is to count among what was delivered.</summary>
    public string? IndicatorCode { get; init; }
    /// <summary>Whoever notes it, when left out.</summary>
    public Id<Person>? PromisedBy { get; init; }

    internal override Permission Needs => Permission.HandleCases;
    internal override string Subject => $"{CustomerId} {UnitId}";

    internal override IEnumerable<Problem> Check()
    {
        if (string.IsNullOrWhiteSpace(Promised)) yield return new(nameof(Promised), "Write what was promised.");
        else if (Promised.Length > Longest) yield return new(nameof(Promised), "At most {0} characters.", Longest);
    }

    internal override async Task<Id<CustomerPromise>> Run(Session s)
    {
        var customer = await (await CustomerSight.Of(s, Needs)).Find(s, await Merging.Goer(s, CustomerId));
        var unit = await UnitStore.InCareToday(s, UnitId, Needs);
        if (unit.Kind == UnitKind.Competitor) throw new Invalid(nameof(UnitId), "There is no such unit.");
        if (!unit.IsOpenOn(s.Today)) throw new Invalid(nameof(UnitId), "{0} is closed.", unit.Name);
        if (IndicatorCode is { } code) await StandardStore.DemandIndicators(s, [code], nameof(IndicatorCode));
        var promiser = PromisedBy ?? s.Caller.Person ?? throw new Invalid(nameof(PromisedBy), "Say who promised it.");
        if (PromisedBy is not null) await Hands.DemandOver(s, promiser, UnitId);
        var calendar = await CalendarStore.Of(s, UnitId);
        Due due = DueTime is { } time ? calendar.At(DueOn, time) : DueOn;
        var dueAt = due.At(calendar);
        if (dueAt <= s.Now) throw new Invalid(nameof(DueOn), "This moment is over already.");
        var id = Id<CustomerPromise>.New(s.Now);
        await s.Write("""
            insert into customer_promises (customer_id, id, unit_id, words, indicator_code, promised_by, promised_at, due_at, due_on)
            values (@CustomerId, @id, @UnitId, @words, @IndicatorCode, @promiser, @Now, @dueAt, @On)
            """, new { customer.CustomerId, id, UnitId, words = Promised.Trim(), IndicatorCode, promiser, s.Now, dueAt, due.On });
        // The words stay with the customer: whoever may not see them reads the number only.
        await new PutWorkItem(WorkKind.CustomerPromise, id.Value, Text.Of(Words.Of("Keep the promise to customer No. {0}", customer.Number)), $"/customers/{customer.CustomerId}#promises", UnitId, promiser, due) { Calendar = calendar }.Run(s);
        return id;
    }
}
