using System.Text.Json;
using Regard.Organisation;
namespace Regard.Loyalty;

static class LoyaltyStore
{
    public static async Task<GradeRule?> GradeRule(Session s) => (await GradeRules(s)).FirstOrDefault();
    public static async Task<ChurnRule?> ChurnRule(Session s) => (await ChurnRules(s)).FirstOrDefault();

    /// <summary>The newest first.</summary>
    public static async Task<IReadOnlyList<GradeRule>> GradeRules(Session s) => [.. (await s.Many<GradeRow>("""
        select r.id, r.number, r.basis, r.method, r.months, r.cuts, r.made_at, p.name as made_by from grade_rules r left join people p on p.id = r.made_by order by r.number desc
        """)).Select(r => r.Read())];

    public static async Task<IReadOnlyList<ChurnRule>> ChurnRules(Session s) => [.. (await s.Many<ChurnRow>("""
        select r.id, r.number, r.days, r.made_at, p.name as made_by from churn_rules r left join people p on p.id = r.made_by order by r.number desc
        """)).Select(r => r.Read())];

    public static async Task<Id<GradeRule>> Add(Session s, GradeBasis basis, GradeMethod method, int months, IReadOnlyList<double> cuts)
    {
        var (id, number) = (Id<GradeRule>.New(s.Now), await s.NextNumber("grade-rules"));
        await s.Write("insert into grade_rules (id, number, basis, method, months, cuts, made_by, made_at) values (@id, @number, @basis, @method, @months, @cuts, @Person, @Now)",
            new { id, number, basis = basis.ToString(), method = method.ToString(), months, cuts = JsonSerializer.Serialize(cuts), s.Caller.Person, s.Now });
        return id;
    }

    public static async Task<Id<ChurnRule>> Add(Session s, IReadOnlyDictionary<string, int> days)
    {
        var (id, number) = (Id<ChurnRule>.New(s.Now), await s.NextNumber("churn-rules"));
        await s.Write("insert into churn_rules (id, number, days, made_by, made_at) values (@id, @number, @days, @Person, @Now)", new { id, number, days = JsonSerializer.Serialize(days), s.Caller.Person, s.Now });
        return id;
    }

    public static Task<Working?> LastWorking(Session s) => s.Maybe<Working>("""
        select id, number, as_of, grade_rule_id, churn_rule_id, engine, customers, events, models, started_at, done_at from workings order by number desc limit 1
        """);

    /// <summary>What the last working out found of these units.</summary>
    public static async Task<Dictionary<Id<Unit>, T>> Documents<T>(Session s, string kind, IEnumerable<Id<Unit>> units) =>
        (await s.Many<DocumentRow>($"select unit_id, document from unit_figures where kind = @kind and {s.Dialect.Among("unit_id", "units")}", new { kind, units = s.Dialect.Keys(units.Select(u => u.Value)) }))
        .ToDictionary(r => r.UnitId, r => UnitDocuments.Read<T>(r.Document));

    sealed record DocumentRow
    {
        public required Id<Unit> UnitId { get; init; }
        public required string Document { get; init; }
    }

    sealed record GradeRow
    {
        public required Id<GradeRule> Id { get; init; }
        public required long Number { get; init; }
        public required GradeBasis Basis { get; init; }
        public required GradeMethod Method { get; init; }
        public required int Months { get; init; }
        public required string Cuts { get; init; }
        public required DateTimeOffset MadeAt { get; init; }
        public string? MadeBy { get; init; }

        public GradeRule Read() => new() { Id = Id, Number = Number, Basis = Basis, Method = Method, Months = Months, Cuts = JsonSerializer.Deserialize<double[]>(Cuts)!, MadeAt = MadeAt, MadeBy = MadeBy };
    }

    sealed record ChurnRow
    {
        public required Id<ChurnRule> Id { get; init; }
        public required long Number { get; init; }
        public required string Days { get; init; }
        public required DateTimeOffset MadeAt { get; init; }
        public string? MadeBy { get; init; }

        public ChurnRule Read() => new() { Id = Id, Number = Number, Days = JsonSerializer.Deserialize<Dictionary<string, int>>(Days)!, MadeAt = MadeAt, MadeBy = MadeBy };
    }
}
