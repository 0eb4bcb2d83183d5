using System.Text.Json;
using Regard.Organisation;
namespace Regard.Cases;

/// <summary>The filters that the caller keeps, by name.</summary>
public sealed record ListCaseViews : Question<IReadOnlyList<CaseView>>
{
    internal override Permission Needs => Permission.SignedIn;

    internal override async Task<IReadOnlyList<CaseView>> Run(Session s)
    {
        var kept = await s.Many<Row>("select id, name, filter from case_views where person_id = @me order by name, id", new { me = PersonStore.Me(s) });
        return [.. kept.Select(r => new CaseView { Id = r.Id, Name = r.Name, Filter = JsonSerializer.Deserialize<CaseFilter>(r.Filter)! })];
    }

    sealed record Row
    {
        public required Id<CaseView> Id { get; init; }
        public required string Name { get; init; }
        public required string Filter { get; init; }
    }
}
