namespace Regard.Cases;

/// <summary>Every version of the rules, the one that holds first; number 0 are those as delivered.</summary>
public sealed record ListCaseRules : Question<IReadOnlyList<CaseRulesVersion>>
{
    internal override Permission Needs => Permission.SeeCases;

    internal override async Task<IReadOnlyList<CaseRulesVersion>> Run(Session s)
    {
        var rows = await s.Many<Row>("select r.number, r.document, p.name as made_by, r.made_at from case_rules r left join people p on p.id = r.made_by order by r.number desc");
        return [.. rows.Select(r => new CaseRulesVersion(r.Number, CaseRules.Read(r.Document), r.MadeBy, r.MadeAt)), new(0, CaseRules.AsDelivered, null, null)];
    }

    sealed record Row
    {
        public required long Number { get; init; }
        public required string Document { get; init; }
        public string? MadeBy { get; init; }
        public required DateTimeOffset MadeAt { get; init; }
    }
}

public sealed record CaseRulesVersion(long Number, CaseRules Rules, string? MadeBy, DateTimeOffset? MadeAt);
