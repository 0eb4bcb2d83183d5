namespace Regard.Standards;

/// <summary>Notes which of two standards in conflict is worked by, and why. A change of either asks again.</summary>
public sealed record DecideConflict(string IndicatorCode, Id<Standard> InsideId, Id<Standard> OutsideId, Holds Holds, string Why) : Change<Done>
{
    const int LongestWhy = 2000;

    internal override Permission Needs => Permission.EditStandards;
    internal override string Subject => $"{IndicatorCode} {Holds}";

    internal override IEnumerable<Problem> Check()
    {
        if (!Enum.IsDefined(Holds)) yield return new(nameof(Holds), "Choose which one holds.");
        if (string.IsNullOrWhiteSpace(Why)) yield return new(nameof(Why), "Say why it was decided so.");
        else if (Why.Length > LongestWhy) yield return new(nameof(Why), "At most {0} characters.", LongestWhy);
    }

    internal override async Task<Done> Run(Session s)
    {
        await AddStandard.Lock(s);
        var inForce = (await StandardStore.All(s)).Where(v => v.IsInForce(s.Today)).ToList();
        var conflict = StandardConflict.Among(inForce, []).FirstOrDefault(c => c.IndicatorCode == IndicatorCode && c.Inside.Id == InsideId && c.Outside.Id == OutsideId) ?? throw new NotFound("These two are not in conflict now.");
        await s.Write("""
            insert into standard_decisions (indicator_code, inside_id, inside_version, outside_id, outside_version, holds, why, made_by, made_at) values (@IndicatorCode, @InsideId, @inside, @OutsideId, @outside, @holds, @why, @Person, @Now)
            on conflict (indicator_code, inside_id, inside_version, outside_id, outside_version) do update set holds = @holds, why = @why, made_by = @Person, made_at = @Now
            """, new { IndicatorCode, InsideId, inside = conflict.Inside.Version, OutsideId, outside = conflict.Outside.Version, holds = Holds.ToString(), why = Why.Trim(), s.Caller.Person, s.Now });
        return default;
    }
}
