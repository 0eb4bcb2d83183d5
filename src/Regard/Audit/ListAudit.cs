using Regard.Organisation;
namespace Regard.Audit;

/// <summary>The trail, newest first, a page at a time.</summary>
public sealed record ListAudit(AuditFilter Filter, long? Before = null, int Size = 50) : Question<AuditPage>
{
    internal override Permission Needs => Permission.SeeAudit;

    internal override IEnumerable<Problem> Check() => Size is < 1 or > 1000
        ? [.. Filter.Problems(), new Problem(nameof(Size), "A page holds 1 to {0} rows.", 1000)]
        : Filter.Problems();

    internal override async Task<AuditPage> Run(Session s)
    {
        await AuditStore.MustSeeAll(s);
        var rows = await AuditStore.Find(s, Filter, Before ?? long.MaxValue, Size + 1);
        var operations = await s.Many<string>("select distinct operation from audit order by operation");
        var names = await s.Many<Named>("select id, name from units union all select id, name from people");
        return new AuditPage([.. rows.Take(Size)], rows.Count > Size ? rows[Size - 1].Number : null, operations)
        {
            Names = names.Where(n => rows.Any(r => r.Subject?.Contains(n.Id.ToString(), StringComparison.Ordinal) == true)).ToDictionary(n => n.Id.ToString(), n => n.Name),
        };
    }

    sealed record Named
    {
        public required Id<Unit> Id { get; init; }
        public required string Name { get; init; }
    }
}

/// <param name="Next">Ask for the rows before this number to read on; nothing when this is the last page.</param>
/// <param name="Operations">All that the trail knows, to choose from.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Rows, long? Next, IReadOnlyList<string> Operations)
{
    /// <summary>The units and people that the subjects of these rows name by id, as they are called now.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    public string Named(string subject) => Names.Aggregate(subject, (said, n) => said.Replace(n.Key, n.Value, StringComparison.Ordinal));
}
