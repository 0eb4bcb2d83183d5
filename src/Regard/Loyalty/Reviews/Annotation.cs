using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>What happened at a unit on a day, such as a rise of prices: to be seen beside its numbers.</summary>
public sealed record Annotation
{
    public required Id<Annotation> Id { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public required string UnitName { get; init; }
    public required DateOnly Day { get; init; }
    public required string Words { get; init; }
    public string? MadeBy { get; init; }
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Of the unit and of all above it, for what happens there happens here too.</summary>
    internal static async Task<IReadOnlyList<Annotation>> Of(Session s, Id<Unit> unit)
    {
        var path = s.Dialect.Keys((await UnitStore.Tree(s, s.Today)).PathTo(unit).Select(u => u.Id.Value));
        return await s.Many<Annotation>($"""
            select a.id, a.unit_id, u.name as unit_name, a.day, a.words, p.name as made_by, a.made_at from annotations a join units u on u.id = a.unit_id left join people p on p.id = a.made_by
            where a.removed_at is null and {s.Dialect.Among("a.unit_id", "path")} order by a.day, a.id
            """, new { path });
    }
}
