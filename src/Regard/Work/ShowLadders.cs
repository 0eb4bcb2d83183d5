namespace Regard.Work;

/// <summary>How tasks of each kind are told upwards.</summary>
public sealed record ShowLadders : Question<IReadOnlyList<LadderRow>>
{
    internal override Permission Needs => Permission.SeePlans;

    internal override async Task<IReadOnlyList<LadderRow>> Run(Session s)
    {
        var set = (await s.Many<Row>("""
            select l.kind, l.version, l.document, l.set_at, p.name as set_by from ladders l left join people p on p.id = l.set_by
            where l.version = (select max(n.version) from ladders n where n.kind = l.kind)
            """)).ToDictionary(r => r.Kind);
        return [.. WorkKinds.All.Select(kind => set.TryGetValue(kind, out var row)
            ? new LadderRow(new(kind, row.Version, Ladder.Read(row.Document)), row.SetAt, row.SetBy) : new LadderRow(Ladder.Standard(kind), null, null))];
    }

    sealed record Row
    {
        public required WorkKind Kind { get; init; }
        public required long Version { get; init; }
        public required string Document { get; init; }
        public required DateTimeOffset SetAt { get; init; }
        public string? SetBy { get; init; }
    }
}

/// <param name="SetAt">Null for the standard one.</param>
public sealed record LadderRow(Ladder Ladder, DateTimeOffset? SetAt, string? SetBy);
