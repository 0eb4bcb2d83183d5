using Regard.Cases;
using Regard.Customers;
using Regard.Organisation;
using Regard.Work;
namespace Regard.Care;

/// <summary>Puts something right: at once where it lies within the caller's authority, else it waits for one person's consent.</summary>
/// <param name="Key">Made by who sends it, so that what is sent twice is given once.</param>
/// <param name="Amount">What it costs, in the smallest unit of the currency.</param>
public sealed record GrantRemedy(long Number, Id<Gesture> Key, GestureKind Kind, long Amount, string Words, Id<Remedy>? Remedy = null) : Change<Gesture>
{
    public const int LongestWords = 2000;
    /// <summary>Working hours that whoever has to agree has for it.</summary>
    static readonly TimeSpan timeToApprove = TimeSpan.FromHours(4), timeToDeliver = TimeSpan.FromHours(16);

    internal override Permission Needs => Permission.HandleCases;
    internal override string Subject => $"{Number} {Kind} {Amount}";

    internal override IEnumerable<Problem> Check()
    {
        if (!Enum.IsDefined(Kind)) yield return new(nameof(Kind), "Choose what to give.");
        if (Amount is < 0 or > AuthorityRules.Most) yield return new(nameof(Amount), "Amounts lie between zero and a billion.");
        if (Kind == GestureKind.Refund && Amount == 0) yield return new(nameof(Amount), "Say how much is paid back.");
        if (Kind == GestureKind.Apology && Amount != 0) yield return new(nameof(Amount), "An apology costs nothing.");
        if (string.IsNullOrWhiteSpace(Words)) yield return new(nameof(Words), "Say what the customer gets, and for what.");
        else if (Words.Length > LongestWords) yield return new(nameof(Words), "At most {0} characters.", LongestWords);
    }

    internal override async Task<Gesture> Run(Session s)
    {
        var c = await new CaseInHand(Number).Run(s);
        var me = PersonStore.Me(s);
        var given = await CareStore.OfCase(s, c);
        if (given.FirstOrDefault(g => g.Id == Key) is { } already) return already;
        if (Amount > 0 && await Currency.Of(s) is null) throw new Refused("Nobody has said yet which currency the company's amounts are in. Set the authorities first.");
        if (Remedy is { } remedy) await RemedyStore.Find(s, remedy);
        await s.NextNumber("gestures");   // Held until the commit: two at once cannot both take what is left of a pool.
        var (number, rules) = await CareStore.RulesNow(s);
        var facts = await RemedyDesk.Facts(s, c, given, Amount);
        var ruling = Empowerment.Decide(facts, rules);
        Id<Person>? approver = ruling.AtOnce ? null : await Approvers.For(s, c, me, facts, rules) ?? throw new Refused("This is more than you may give, and there is nobody above you who could agree. An executive sets the authorities.");
        await s.Write("""
            insert into gestures (customer_id, id, case_id, case_number, unit_id, kind, remedy_id, words, amount, state, rules_number, grade, cause, fault, limit_then, reasons, asked_by, asked_at, approver_id, granted_at)
            values (@CustomerId, @Key, @Id, @Number, @UnitId, @kind, @Remedy, @words, @Amount, @state, @number, @Grade, @cause, @fault, @Limit, @reasons, @me, @Now, @approver, @grantedAt)
            """, new
        {
            c.CustomerId, Key, c.Id, c.Number, c.UnitId, kind = Kind.ToString(), Remedy, words = Words.Trim(), Amount, state = (ruling.AtOnce ? GestureState.Granted : GestureState.Awaiting).ToString(), number, c.Grade,
            cause = c.Cause?.ToString(), fault = c.Fault.ToString(), ruling.Limit, reasons = string.Join(' ', ruling.Reasons), me, s.Now, approver, grantedAt = ruling.AtOnce ? s.Now : (DateTimeOffset?)null,
        });
        var gesture = await CareStore.Find(s, c.CustomerId, Key);
        if (approver is { } person) await new PutWorkItem(WorkKind.Approval, Key.Value, GestureWords.ToApprove(c.Number), $"/cases/{c.Number}#remedies", c.UnitId, person, await Within(s, c.UnitId, timeToApprove)).Run(s);
        else await PutTask(s, gesture);
        return gesture;
    }

    /// <summary>A note to write by hand, a gift to bring: somebody has to do it, and to show that it was done.</summary>
    internal static async Task PutTask(Session s, Gesture g)
    {
        if (g.CaseNumber is { } number) await new ActedOnCase(number).Run(s);
        if (g.Kind is GestureKind.Note or GestureKind.Gift)
            await new PutWorkItem(WorkKind.GestureTask, g.Id.Value, GestureWords.ToDeliver(g), $"/cases/{g.CaseNumber}#remedies", g.UnitId, g.AskedBy, await Within(s, g.UnitId, timeToDeliver)).Run(s);
    }

    static async Task<DateTimeOffset> Within(Session s, Id<Unit> unit, TimeSpan working) => (await CalendarStore.Of(s, unit)).Add(s.Now, working).ToMilliseconds();
}
