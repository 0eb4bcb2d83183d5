namespace Regard.Measures;

static class ValueStore
{
    /// <summary>The newest first; what comes along stands for none.</summary>
    public static async Task<IReadOnlyList<ValueModel>> Models(Session s) => await s.Many<ValueModel>("""
        select m.number, m.items as packed, m.made_at, p.name as made_by from value_models m left join people p on p.id = m.made_by order by m.number desc
        """) is { Count: > 0 } all ? all : [ValueModel.Usual];

    public static Task Put(Session s, long number, IReadOnlyList<ValueItem> items) => s.Write(
        "insert into value_models (number, items, made_by, made_at) values (@number, @packed, @Person, @Now)", new { number, packed = ValueModel.Pack(items), s.Caller.Person, s.Now });
}
