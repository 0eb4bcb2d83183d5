namespace Regard.Standards;

/// <summary>The standards in force on a day by their codes, for forms and files that name them.</summary>
sealed record StandardsByCode(DateOnly Day) : Question<IReadOnlyDictionary<string, Id<Standard>>>
{
    internal override Permission Needs => Permission.SignedIn;

    internal override async Task<IReadOnlyDictionary<string, Id<Standard>>> Run(Session s) => (await s.Many<Named>("select id, code from standards where from_day <= @Day and (until_day is null or until_day >= @Day)", new { Day }))
        .ToDictionary(n => n.Code, n => n.Id, StringComparer.OrdinalIgnoreCase);

    sealed record Named
    {
        public required Id<Standard> Id { get; init; }
        public required string Code { get; init; }
    }
}
