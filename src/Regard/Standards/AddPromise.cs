using Regard.Organisation;
namespace Regard.Standards;

/// <summary>Puts what is said to customers into the register, with what they may count on.</summary>
public sealed record AddPromise : Change<long>
{
    const int LongestWords = 2000;

    public required PromisePlace Place { get; init; }
    public required Text Words { get; init; }
    public required string IndicatorCode { get; init; }
    public double Level { get; init; } = 100;
    public Id<Standard>? StandardId { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public required string Checked { get; init; }
    public required DateOnly FromDay { get; init; }
    public DateOnly? UntilDay { get; init; }

    internal override Permission Needs => Permission.EditStandards;
    internal override string Subject => $"{IndicatorCode} {UnitId}";

    internal override IEnumerable<Problem> Check()
    {
        if (!Enum.IsDefined(Place)) yield return new(nameof(Place), "Say where it is made.");
        if (Words.IsEmpty) yield return new(nameof(Words), "Write what customers are told.");
        if (Words.Values.Any(w => w.Length > LongestWords)) yield return new(nameof(Words), "At most {0} characters.", LongestWords);
        if (Level is not (> 0 and <= 100)) yield return new(nameof(Level), "A level lies over 0 and at most at 100.");
        if (string.IsNullOrWhiteSpace(Checked)) yield return new(nameof(Checked), "Say how somebody finds out whether it was kept.");
        else if (Checked.Length > LongestWords) yield return new(nameof(Checked), "At most {0} characters.", LongestWords);
        if (UntilDay < FromDay) yield return new(nameof(UntilDay), "The last day cannot lie before the first.");
    }

    internal override async Task<long> Run(Session s)
    {
        if ((await UnitStore.InCareToday(s, UnitId, Needs)).Kind == UnitKind.Competitor) throw new Invalid(nameof(UnitId), "There is no such unit.");
        await StandardStore.DemandIndicators(s, [IndicatorCode], nameof(IndicatorCode));
        if (StandardId is { } standard) await StandardStore.Versions(s, standard);
        var number = await s.NextNumber("promise");
        await s.Write("""
            insert into promises (id, number, place, words, indicator_code, level, standard_id, unit_id, checked, from_day, until_day, made_by, made_at)
            values (@id, @number, @place, @Words, @IndicatorCode, @Level, @StandardId, @UnitId, @how, @FromDay, @UntilDay, @Person, @Now)
            """, new { id = Id<Promise>.New(s.Now), number, place = Place.ToString(), Words, IndicatorCode, Level, StandardId, UnitId, how = Checked.Trim(), FromDay, UntilDay, s.Caller.Person, s.Now });
        return number;
    }
}
