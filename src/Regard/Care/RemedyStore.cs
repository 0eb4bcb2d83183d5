namespace Regard.Care;

static class RemedyStore
{
    const string Select = "select id, kind, name, cost, retired_at from remedies";

    public static Task<Remedy> Find(Session s, Id<Remedy> id) => s.One<Remedy>($"{Select} where id = @id and retired_at is null", new { id }, CareStore.Missing);
    public static async Task<IReadOnlyList<Remedy>> All(Session s) => await s.Many<Remedy>($"{Select} where retired_at is null order by kind, made_at, id");
}
