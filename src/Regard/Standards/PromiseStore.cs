namespace Regard.Standards;

static class PromiseStore
{
    const string Select = """
        select m.id, m.number, m.place, m.words, m.indicator_code, m.level, m.standard_id, m.unit_id, u.name as unit_name, m.checked, m.from_day, m.until_day, m.made_at, p.name as made_by
        from promises m join units u on u.id = m.unit_id left join people p on p.id = m.made_by
        """;
    const string Checks = """
        select c.id, c.promise_id, c.unit_id, u.name as unit_name, c.day, c.kept, c.note, c.case_number, p.name as made_by
        from promise_checks c join units u on u.id = c.unit_id left join people p on p.id = c.made_by
        """;

    public static async Task<IReadOnlyList<Promise>> All(Session s) => await s.Many<Promise>($"{Select} order by m.number");
    public static Task<Promise> ByNumber(Session s, long number) => s.One<Promise>($"{Select} where m.number = @number", new { number }, Words.Of("There is no such promise."));

    public static async Task<IReadOnlyList<PromiseCheck>> ChecksSince(Session s, DateOnly from) => await s.Many<PromiseCheck>($"{Checks} where c.day >= @from order by c.day desc, c.id desc", new { from });
    public static async Task<IReadOnlyList<PromiseCheck>> ChecksOf(Session s, Id<Promise> id, DateOnly from) => await s.Many<PromiseCheck>($"{Checks} where c.promise_id = @id and c.day >= @from order by c.day desc, c.id desc", new { id, from });
}
