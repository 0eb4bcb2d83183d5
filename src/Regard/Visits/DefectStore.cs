using Regard.Organisation;
using Regard.Work;
namespace Regard.Visits;

static class DefectStore
{
    public const string Select = """
        select f.id, f.number, f.unit_id, u.name as unit_name, v.number as visit_number, f.item_key, f.words, o.name as owner_name, f.due_on, r.name as reported_by, f.reported_at, m.name as mended_by, f.mended_at, f.mended_words
        from defects f join units u on u.id = f.unit_id left join visits v on v.id = f.visit_id left join people r on r.id = f.reported_by left join people m on m.id = f.mended_by
        left join work_items w on w.kind = 'Defect' and w.subject_id = f.id left join people o on o.id = w.owner_id
        """;

    public static async Task<long> Add(Session s, Id<Unit> unit, string words, DateOnly due, Id<Person>? owner, Id<Visit>? visit = null, string? item = null)
    {
        var (id, number) = (Id<Defect>.New(s.Now), await s.NextNumber("defect"));
        await s.Write("""
            insert into defects (id, number, unit_id, visit_id, item_key, words, due_on, reported_by, reported_at)
            values (@id, @number, @unit, @visit, @item, @words, @due, @Person, @Now)
            """, new { id, number, unit, visit, item, words, due, s.Caller.Person, s.Now });
        await new PutWorkItem(WorkKind.Defect, id.Value, VisitWords.Broken(number, words, fromVisit: item is not null), $"/visits/defects#defect-{number}", unit, owner, due).Run(s);
        return number;
    }

    public static async Task<IReadOnlyList<Defect>> OfVisit(Session s, Id<Visit> visit) => await s.Many<Defect>($"{Select} where f.visit_id = @visit order by f.number", new { visit });

    public static Task<long> CountOpen(Session s, VisitSight sight) =>
        s.Value<long>($"select count(*) from defects f where f.mended_at is null and {s.Dialect.Among("f.unit_id", "sees")}", new Dictionary<string, object?> { ["sees"] = s.Dialect.Keys(sight.Sees.Select(u => u.Value)) });
}
