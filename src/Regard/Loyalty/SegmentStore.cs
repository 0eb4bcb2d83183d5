namespace Regard.Loyalty;

static class SegmentStore
{
    const string Select = "select g.id, g.number, g.name, g.kind, g.document, g.revision, p.name as saved_by, g.saved_at, g.archived_at from segments g left join people p on p.id = g.saved_by";

    public static async Task<SavedSegment> Segment(Session s, Id<SavedSegment> id) => (await s.One<Row>($"{Select} where g.id = @id", new { id }, Words.Of("There is no such segment."))).Read();

    public static async Task<IReadOnlyList<SavedSegment>> All(Session s, bool archived) =>
        [.. (await s.Many<Row>($"{Select} where g.archived_at is {(archived ? "not null" : "null")} order by g.name, g.number")).Select(r => r.Read())];

    public static Task<List<Id<SavedSegment>>> InUseAs(Session s, string name) => s.Many<Id<SavedSegment>>("select id from segments where lower(name) = lower(@name) and archived_at is null", new { name });

    sealed record Row
    {
        public required Id<SavedSegment> Id { get; init; }
        public required long Number { get; init; }
        public required string Name { get; init; }
        public required SegmentKind Kind { get; init; }
        public required string Document { get; init; }
        public required long Revision { get; init; }
        public string? SavedBy { get; init; }
        public required DateTimeOffset SavedAt { get; init; }
        public DateTimeOffset? ArchivedAt { get; init; }

        public SavedSegment Read() => new() { Id = Id, Number = Number, Name = Name, Kind = Kind, Document = SegmentDocument.Read(Document), Revision = Revision, SavedBy = SavedBy, SavedAt = SavedAt, ArchivedAt = ArchivedAt };
    }
}
