namespace Regard.Work;

static class LadderStore
{
    sealed record Row
    {
        public required WorkKind Kind { get; init; }
        public required long Version { get; init; }
        public required string Document { get; init; }
        public Ladder Ladder => new(Kind, Version, Ladder.Read(Document));
    }

    /// <summary>The one by which tasks of a kind are put now.</summary>
    public static async Task<Ladder> Newest(Session s, WorkKind kind) =>
        (await s.Maybe<Row>("select kind, version, document from ladders where kind = @kind order by version desc limit 1", new { kind = kind.ToString() }))?.Ladder ?? Ladder.Standard(kind);

    /// <summary>Every version that ever held.</summary>
    public static async Task<Func<WorkKind, long, Ladder>> All(Session s)
    {
        var saved = (await s.Many<Row>("select kind, version, document from ladders")).ToDictionary(r => (r.Kind, r.Version), r => r.Ladder);
        return (kind, version) => saved.GetValueOrDefault((kind, version)) ?? Ladder.Standard(kind);
    }
}
