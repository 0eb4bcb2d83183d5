namespace Regard.Cases;

static class BodyStore
{
    public static Task<List<ExternalBody>> All(Session s) => s.Many<ExternalBody>("select id, name, days, in_working_days, note, is_in_use from external_bodies order by name");

    /// <summary>The body of this name that can be chosen; null for one that is not on the list.</summary>
    public static async Task<ExternalBody?> Named(Session s, string? name) =>
        CaseTexts.Plain(name) is { } sought ? (await All(s)).FirstOrDefault(b => b.IsInUse && string.Equals(b.Name, sought, StringComparison.OrdinalIgnoreCase)) : null;
}
