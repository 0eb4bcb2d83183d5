using Regard.Indicators;
namespace Regard.Standards;

static class StandardStore
{
    const string Select = """
        select d.id, d.version, d.code, d.names, d.says, d.kind, d.demanded, d.minimum, d.limit_value as "Limit", d.unit_of_measure, d.customer_facing, d.tolerance, d.origin, d.owner_unit_id, u.name as owner_name,
          d.step_id, d.grade_levels, d.from_day, d.until_day, d.made_at, p.name as made_by
        from standards d left join units u on u.id = d.owner_unit_id left join people p on p.id = d.made_by
        """;

    public static Words Missing { get; } = Words.Of("There is no such standard.");

    /// <summary>Every version of every standard, by code and version.</summary>
    public static async Task<IReadOnlyList<Standard>> All(Session s) =>
        With(await s.Many<Standard>($"{Select} order by d.code, d.version"), await s.Many<Named>("select standard_id, version, indicator_code from standard_indicators order by indicator_code"));

    /// <summary>In force on a day, with another level for some grades; by code.</summary>
    public static async Task<IReadOnlyList<Standard>> Graded(Session s, DateOnly day) =>
        await s.Many<Standard>($"{Select} where d.grade_levels is not null and d.from_day <= @day and (d.until_day is null or d.until_day >= @day) order by d.code", new { day });

    /// <summary>Its versions, the first first.</summary>
    public static async Task<IReadOnlyList<Standard>> Versions(Session s, Id<Standard> id)
    {
        var versions = await s.Many<Standard>($"{Select} where d.id = @id order by d.version", new { id });
        if (versions.Count == 0) throw new NotFound(Missing);
        return With(versions, await s.Many<Named>("select standard_id, version, indicator_code from standard_indicators where standard_id = @id order by indicator_code", new { id }));
    }

    /// <summary>Of each standard the version that holds on a day; else the next to come, else the last that was.</summary>
    public static IEnumerable<Standard> On(this IEnumerable<Standard> versions, DateOnly day) => versions.GroupBy(v => v.Id).Select(g => g.At(day));

    public static Standard At(this IEnumerable<Standard> versions, DateOnly day) =>
        versions.OrderBy(v => v.IsVoid).ThenByDescending(v => v.IsInForce(day)).ThenByDescending(v => v.FromDay > day).ThenByDescending(v => v.Version).First();

    public static async Task Write(Session s, Id<Standard> id, long version, string code, StandardTerms t, DateOnly from)
    {
        await s.Write("""
            insert into standards (id, version, code, names, says, kind, demanded, minimum, limit_value, unit_of_measure, customer_facing, tolerance, origin, owner_unit_id, step_id, grade_levels, from_day, made_by, made_at)
            values (@id, @version, @code, @Names, @Says, @kind, @DemandedLevel, @MinimumLevel, @limit, @unit, @CustomerFacing, @tolerance, @origin, @OwnerUnitId, @StepId, @GradeLevels, @from, @Person, @Now)
            """, new
        {
            id, version, code, t.Names, t.Says, kind = t.Kind.ToString(), t.DemandedLevel, t.MinimumLevel, limit = t.Kind == StandardKind.Limit ? t.Limit : null, unit = t.Kind == StandardKind.Limit ? t.UnitOfMeasure?.Trim() : null,
            t.CustomerFacing, tolerance = t.CustomerFacing || t.Tolerance is 0 ? null : t.Tolerance, origin = t.Origin.ToString(), t.OwnerUnitId, t.StepId, t.GradeLevels, from, s.Caller.Person, s.Now,
        });
        foreach (var indicator in t.Indicators.Distinct()) await s.Write("insert into standard_indicators (standard_id, version, indicator_code) values (@id, @version, @indicator)", new { id, version, indicator });
    }

    public static Task End(Session s, Standard version, DateOnly lastDay) =>
        s.Write("update standards set until_day = @lastDay where id = @Id and version = @Version", new { version.Id, version.Version, lastDay });

    /// <summary>The newest index that is published; null before there is one.</summary>
    public static async Task<IndicatorTree?> Tree(Session s) =>
        (await s.Many<Id<IndicatorTree>>("select id from indicator_trees where published_at is not null order by number desc limit 1")) is [var id] ? await IndicatorTreeStore.Tree(s, id) : null;

    /// <summary>The node and all below it.</summary>
    public static HashSet<string> Below(IndicatorTree? tree, string code)
    {
        var found = new HashSet<string> { code };
        // Parents stand before their children.
        foreach (var i in tree?.Indicators ?? []) if (i.ParentCode is { } parent && found.Contains(parent)) found.Add(i.Code);
        return found;
    }

    /// <summary>Refuses codes that are no leaves of the newest published index.</summary>
    public static async Task DemandIndicators(Session s, IEnumerable<string> codes, string field)
    {
        var leaves = (await Tree(s))?.Leaves.Select(l => l.Code).ToHashSet() ?? [];
        if (codes.FirstOrDefault(c => !leaves.Contains(c)) is { } unknown) throw new Invalid(field, "{0} is no indicator at the ends of the published index.", unknown);
    }

    static IReadOnlyList<Standard> With(IReadOnlyList<Standard> versions, IEnumerable<Named> named)
    {
        var by = named.ToLookup(n => (n.StandardId, n.Version), n => n.IndicatorCode);
        return [.. versions.Select(v => v with { Indicators = [.. by[(v.Id, v.Version)]] })];
    }

    sealed record Named
    {
        public required Id<Standard> StandardId { get; init; }
        public required long Version { get; init; }
        public required string IndicatorCode { get; init; }
    }
}
