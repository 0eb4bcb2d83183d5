using System.Text.Json;
namespace Regard.Standards;

/// <summary>How the company means to serve: one version of the statement, with what shows that it is worth following.</summary>
public sealed record Strategy
{
    /// <summary>Counts every saving; 0 before the first.</summary>
    public long Number { get; init; }
    public Text Statement { get; init; } = [];
    public StrategyTraits Traits { get; init; } = new();
    public string? MadeBy { get; init; }
    public DateTimeOffset? MadeAt { get; init; }
    public string? ApprovedBy { get; init; }
    public DateTimeOffset? ApprovedAt { get; init; }
}

/// <summary>The evidence for the four traits of a strategy that works; a trait without evidence is missing.</summary>
public sealed record StrategyTraits
{
    /// <summary>Everybody can say what it is for.</summary>
    public string Clear { get; init; } = "";
    /// <summary>Competitors do not serve like this.</summary>
    public string Different { get; init; } = "";
    /// <summary>Customers want it.</summary>
    public string Valuable { get; init; } = "";
    /// <summary>People, means and time allow it.</summary>
    public string Feasible { get; init; } = "";

    public static IReadOnlyList<StrategyTrait> All { get; } =
    [
        new(nameof(Clear), Words.Of("Clear in its purpose"), Words.Of("Everybody here can say in one sentence what it is for."), t => t.Clear),
        new(nameof(Different), Words.Of("Different from others"), Words.Of("Customers can tell it from what competitors do."), t => t.Different),
        new(nameof(Valuable), Words.Of("Valuable to customers"), Words.Of("Customers want it and would miss it."), t => t.Valuable),
        new(nameof(Feasible), Words.Of("Feasible for us"), Words.Of("People, means and time allow it, every day."), t => t.Feasible),
    ];

    internal IEnumerable<StrategyTrait> Missing => All.Where(t => string.IsNullOrWhiteSpace(t.Of(this)));
}

public sealed record StrategyTrait(string Key, Words Name, Words Meaning, Func<StrategyTraits, string> Of);

static class StrategyStore
{
    public static async Task<IReadOnlyList<Strategy>> All(Session s) => [.. (await s.Many<Row>("""
        select t.number, t.statement, t.traits, t.made_at, m.name as made_by, t.approved_at, a.name as approved_by
        from strategies t left join people m on m.id = t.made_by left join people a on a.id = t.approved_by order by t.number desc
        """)).Select(r => new Strategy
    {
        Number = r.Number, Statement = r.Statement, Traits = JsonSerializer.Deserialize<StrategyTraits>(r.Traits, JsonSerializerOptions.Web)!, MadeBy = r.MadeBy, MadeAt = r.MadeAt, ApprovedBy = r.ApprovedBy, ApprovedAt = r.ApprovedAt,
    })];

    public static async Task<Strategy> Newest(Session s) => (await All(s)).FirstOrDefault() ?? new();

    sealed record Row
    {
        public required long Number { get; init; }
        public required Text Statement { get; init; }
        public required string Traits { get; init; }
        public string? MadeBy { get; init; }
        public required DateTimeOffset MadeAt { get; init; }
        public string? ApprovedBy { get; init; }
        public DateTimeOffset? ApprovedAt { get; init; }
    }
}
