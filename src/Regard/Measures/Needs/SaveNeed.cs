using Regard.Organisation;
namespace Regard.Measures;

/// <summary>Puts a need on the list, or changes what is said of it.</summary>
/// <param name="New">Refused when the list has one of that code already.</param>
public sealed record SaveNeed(Need Need, bool New = false) : Change<Done>
{
    internal override Permission Needs => Permission.EditIndicators;
    internal override string Subject => Need.Code;
    internal override IEnumerable<Problem> Check() => Need.Problems();

    internal override async Task<Done> Run(Session s)
    {
        await WholeCompany.Demand(s, Needs);
        if (New && (await NeedStore.All(s)).Any(n => n.Code == Need.Code)) throw new Invalid("Code", "The list has a need {0} already.", Need.Code);
        var known = await NeedStore.Indicators(s);
        if (Need.Indicators.FirstOrDefault(code => !known.Contains(code)) is { } unknown) throw new Invalid("Indicators", "There is no indicator {0}.", unknown);
        await NeedStore.Put(s, Need with { Indicators = [.. Need.Indicators.Distinct()], Source = "" });
        return default;
    }
}
