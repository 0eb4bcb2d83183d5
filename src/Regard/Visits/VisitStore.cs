namespace Regard.Visits;

static class VisitStore
{
    public const string Select = """
        select v.id, v.number, v.kind, v.unit_id, u.name as unit_name, v.form_version_id, f.name as form_name, v.visitor_id, w.name as visitor_name, v.person_id, p.name as person_name,
          v.role_met, v.shift, v.day, v.notes, v.score, v.items, v.failed, v.submitted_at, v.ratings, v.answers
        from visits v join units u on u.id = v.unit_id join form_versions fv on fv.id = v.form_version_id join forms f on f.id = fv.form_id
        join people w on w.id = v.visitor_id left join people p on p.id = v.person_id
        """;

    public static Words Missing { get; } = Words.Of("There is no such visit.");

    public static async Task<Visit> Seen(Session s, long number, VisitSight sight)
    {
        var visit = await s.One<Visit>($"{Select} where v.number = @number", new { number }, Missing);
        return sight.SeesOf(visit) ? visit : throw new NotFound(Missing);
    }
}
