using Regard.Indicators;
using Regard.Organisation;
using Regard.Standards;
using Regard.Tests.Organisation;
namespace Regard.Tests.Standards;

/// <summary>The small company with the RATER index; today is the first of May 2031.</summary>
public sealed class GivenStandards
{
    public static DateOnly Today { get; } = new(2031, 5, 1);

    public required Company Company { get; init; }
    public TestOffice Test => Company.Test;

    public static async Task<GivenStandards> In(TestOffice t)
    {
        var company = await Company.In(t);
        await t.Do(new AdoptRaterTree());
        return new() { Company = company };
    }

    public static Text Said(string english) => Text.OneFor(Language.English, english);

    /// <summary>Done every time at every customer, unless changed.</summary>
    public static StandardTerms Terms(params string[] indicators) => new() { Names = Said("Greeting"), Says = Said("Whoever comes in is greeted."), Indicators = indicators };

    /// <summary>A score over a minimum.</summary>
    public static StandardTerms Graded(double demanded, double minimum, params string[] indicators) => Terms(indicators) with { Kind = StandardKind.Graded, Demanded = demanded, Minimum = minimum };

    public Task<Id<Standard>> Add(string code, StandardTerms terms, DateOnly? from = null, Caller? by = null) => Test.Do(new AddStandard(code, terms, from ?? Today.AddDays(-30)), by ?? Company.Analyst);

    /// <summary>One encounter for each level.</summary>
    public async Task Deliver(Id<Unit> unit, Id<Standard> standard, string indicator, params double[] levels)
    {
        foreach (var level in levels) await Test.Do(new PutEncounter(DeliverySource.Visit, new(Guid.NewGuid()), unit, Today, [new(indicator, level, standard.Value)]));
    }
}
