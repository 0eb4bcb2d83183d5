namespace Regard.Indicators;

static class IndicatorTreeStore
{
    public static async Task<IndicatorTree> Tree(Session s, Id<IndicatorTree> id)
    {
        var tree = await s.One<IndicatorTree>("""
            select t.id, t.number, t.name, t.revision, t.based_on, t.saved_at, w.name as saved_by, t.published_at, p.name as published_by
            from indicator_trees t left join people w on w.id = t.saved_by left join people p on p.id = t.published_by
            where t.id = @id
            """, new { id }, Words.Of("There is no such indicator tree."));
        var indicators = await s.Many<Indicator>("select code, parent_code, position, weight, direction, names from indicators where tree_id = @id", new { id });
        return tree with { Indicators = IndicatorRules.InOrder([.. indicators.OrderBy(i => i.Position).ThenBy(i => i.Code, StringComparer.Ordinal)]) };
    }

    public static async Task<Id<IndicatorTree>> Add(Session s, string name, Id<IndicatorTree>? basedOn, IReadOnlyList<Indicator> indicators)
    {
        var id = Id<IndicatorTree>.New(s.Now);
        await s.Write("""
            insert into indicator_trees (id, number, name, based_on, revision, created_by, created_at, saved_by, saved_at)
            values (@id, @number, @name, @basedOn, 1, @by, @Now, @by, @Now)
            """, new { id, number = await s.NextNumber("indicator_tree"), name = name.Trim(), basedOn, by = s.Caller.Person, s.Now });
        await Put(s, id, indicators);
        return id;
    }

    public static async Task Put(Session s, Id<IndicatorTree> id, IReadOnlyList<Indicator> indicators)
    {
        await s.Write("delete from indicators where tree_id = @id", new { id });
        foreach (var i in IndicatorRules.InOrder(indicators))
            await s.Write("""
                insert into indicators (tree_id, code, parent_code, position, weight, direction, names)
                values (@id, @Code, @ParentCode, @Position, @Weight, @direction, @Names)
                """, new { id, i.Code, i.ParentCode, i.Position, i.Weight, direction = i.Direction.ToString(), i.Names });
    }

    public static async Task Publish(Session s, Id<IndicatorTree> id) => await s.Write(
        "update indicator_trees set published_by = @by, published_at = @Now where id = @id", new { id, by = s.Caller.Person, s.Now });

    /// <summary>Publishes a set of indicators as a tree; the one there is when that was done before.</summary>
    public static async Task<Id<IndicatorTree>> Adopt(Session s, string name, IReadOnlyList<Indicator> indicators)
    {
        var there = await s.Many<Id<IndicatorTree>>("select id from indicator_trees where name = @name and published_at is not null order by number", new { name });
        if (there.Count > 0) return there[0];
        var id = await Add(s, name, null, indicators);
        await Publish(s, id);
        return id;
    }
}
