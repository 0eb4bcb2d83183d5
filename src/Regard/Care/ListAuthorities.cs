using Regard.Customers;
using Regard.Organisation;
namespace Regard.Care;

/// <summary>Who may give what, now and before; for everybody who handles cases, since nobody can use a power that is not known.</summary>
public sealed record ListAuthorities : Question<AuthoritiesView>
{
    internal override Permission Needs => Permission.SeeCases;

    internal override async Task<AuthoritiesView> Run(Session s) => new()
    {
        Currency = await Currency.Of(s), Remedies = await RemedyStore.All(s), MayEdit = await WholeCompany.Is(s, Permission.EditCaseRules),
        Versions = [.. (await s.Many<Row>("select r.number, r.document, p.name as made_by, r.made_at from authority_rules r left join people p on p.id = r.made_by order by r.number desc"))
            .Select(r => new AuthorityVersion(r.Number, AuthorityRules.Read(r.Document), r.MadeBy, r.MadeAt))],
    };

    sealed record Row
    {
        public required long Number { get; init; }
        public required string Document { get; init; }
        public string? MadeBy { get; init; }
        public required DateTimeOffset MadeAt { get; init; }
    }
}

public sealed record AuthoritiesView
{
    public string? Currency { get; init; }
    /// <summary>The newest first; none until somebody has set them.</summary>
    public required IReadOnlyList<AuthorityVersion> Versions { get; init; }
    public required IReadOnlyList<Remedy> Remedies { get; init; }
    public required bool MayEdit { get; init; }
}

public sealed record AuthorityVersion(long Number, AuthorityRules Rules, string? MadeBy, DateTimeOffset MadeAt);
