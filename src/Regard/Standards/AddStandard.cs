using Regard.Organisation;
namespace Regard.Standards;

/// <summary>Demands something new of the service from a day on.</summary>
public sealed record AddStandard(string Code, StandardTerms Terms, DateOnly FromDay) : Change<Id<Standard>>
{
    const int LongestCode = 40;

    internal override Permission Needs => Permission.EditStandards;
    internal override string Subject => Code;

    internal override IEnumerable<Problem> Check()
    {
        if (string.IsNullOrWhiteSpace(Code) || Code.Trim().Length > LongestCode || Code.Any(char.IsControl)) yield return new(nameof(Code), "Give it a short code such as REC-01, at most {0} characters.", LongestCode);
        foreach (var problem in Terms.Check()) yield return problem;
    }

    internal override async Task<Id<Standard>> Run(Session s)
    {
        await Lock(s);
        var code = Code.Trim();
        if (await s.Value<long>("select count(*) from standards where lower(code) = lower(@code)", new { code }) > 0) throw new Invalid(nameof(Code), "The code {0} is used already.", code);
        await Demand(s, Terms);
        var id = Id<Standard>.New(s.Now);
        await StandardStore.Write(s, id, 1, code, Terms, FromDay);
        return id;
    }

    /// <summary>Changes of standards follow one another.</summary>
    internal static Task Lock(Session s) => s.NextNumber("standards");

    internal static async Task Demand(Session s, StandardTerms terms)
    {
        await StandardStore.DemandIndicators(s, terms.Indicators, nameof(terms.Indicators));
        if (terms.OwnerUnitId is { } owner && ((await UnitStore.Tree(s, DateOnly.MaxValue)).Find(owner) is not { } unit || unit.Kind == UnitKind.Competitor)) throw new Invalid(nameof(terms.OwnerUnitId), "There is no such unit.");
        if (terms.StepId is { } step && (await BlueprintStore.Newest(s)).Steps.All(t => t.Id != step)) throw new Invalid(nameof(terms.StepId), "There is no such step in the journey.");
    }
}
