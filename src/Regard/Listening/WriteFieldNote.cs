using Regard.Cases;
using Regard.Customers;
using Regard.Organisation;
namespace Regard.Listening;

/// <summary>Keeps what customers or colleagues said face to face, and gives the note its number.</summary>
public sealed record WriteFieldNote : Change<long>
{
    public const int LongestWords = 20_000, LongestOurs = 300, MostAttendees = 10_000;

    public required FieldKind Kind { get; init; }
    /// <summary>Of a round table.</summary>
    public StaffGroup? StaffGroup { get; init; }
    public required DateOnly Day { get; init; }
    public required Id<Unit> UnitId { get; init; }
    /// <summary>Who of us was there; whoever writes it, if left out.</summary>
    public string? Ours { get; init; }
    public long Attendees { get; init; } = 1;
    public Id<Customer>? CustomerId { get; init; }
    /// <summary>The customer agreed to be named here.</summary>
    public bool Consented { get; init; }
    public required string Words { get; init; }
    public MarketingMix? Mix { get; init; }
    public IReadOnlyList<FieldCode> Codes { get; init; } = [];

    internal override Permission Needs => Permission.HearCases;
    internal override string Subject => $"{Kind} {UnitId} {Day:yyyy-MM-dd}";

    internal override IEnumerable<Problem> Check()
    {
        if (string.IsNullOrWhiteSpace(Words)) yield return new(nameof(Words), "Write down what was said.");
        else if (Words.Length > LongestWords) yield return new(nameof(Words), "At most {0} characters.", LongestWords);
        if (Ours?.Length > LongestOurs) yield return new(nameof(Ours), "At most {0} characters.", LongestOurs);
        if (Attendees is < 1 or > MostAttendees) yield return new(nameof(Attendees), "Between {0} and {1}.", 1, MostAttendees);
        if (Kind == FieldKind.RoundTable && StaffGroup is null) yield return new(nameof(StaffGroup), "Say which colleagues sat at the table.");
        if (CustomerId is not null && !Consented) yield return new(nameof(Consented), "Ask whether the customer agrees to be named here, or leave the customer out.");
        foreach (var problem in FieldCodes.Problems(Codes)) yield return problem;
    }

    internal override async Task<long> Run(Session s)
    {
        var unit = await UnitStore.InCareToday(s, UnitId, Needs);
        if (unit.Kind == UnitKind.Competitor) throw new Invalid(nameof(UnitId), "{0} is a competitor. Choose a unit of your own.", unit.Name);
        if (Day > (await CalendarStore.Of(s, UnitId)).DayOf(s.Now)) throw new Invalid(nameof(Day), "This day is yet to come.");
        var customer = CustomerId is { } named ? (await (await CustomerSight.Of(s)).Find(s, await Merging.Goer(s, named))).CustomerId : (Id<Customer>?)null;
        var (id, number) = (Id<FieldNote>.New(s.Now), await s.NextNumber("field-note"));
        await s.Write("""
            insert into field_notes (id, number, kind, staff_group, day, unit_id, ours, attendees, customer_id, words, mix, written_by, written_at)
            values (@id, @number, @kind, @group, @Day, @UnitId, @ours, @Attendees, @customer, @words, @mix, @Person, @Now)
            """, new
        {
            id, number, kind = Kind.ToString(), group = Kind == FieldKind.RoundTable ? StaffGroup.ToString() : null, Day, UnitId, ours = string.IsNullOrWhiteSpace(Ours) ? s.Caller.Name : Ours.Trim(), Attendees, customer,
            words = Words.Trim(), mix = Mix?.ToString(), s.Caller.Person, s.Now,
        });
        await FieldCodes.Write(s, id, Codes);
        return number;
    }
}
