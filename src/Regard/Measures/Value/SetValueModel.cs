using Regard.Metrics;
using Regard.Organisation;
namespace Regard.Measures;

/// <summary>Sets what each benefit and cost weighs and is told by; what held before stays in the history.</summary>
/// <param name="Before">The number of the version that was looked at.</param>
public sealed record SetValueModel(IReadOnlyList<ValueItem> Items, long Before) : Change<long>
{
    internal const double Heaviest = 1000;

    internal override Permission Needs => Permission.EditIndicators;
    internal override string Subject => $"{Before + 1}";

    internal override IEnumerable<Problem> Check()
    {
        if (Items is null || !Items.Select(i => i.Aspect).Order().SequenceEqual(ValueAspects.All)) { yield return new(nameof(Items), "Give each benefit and each cost once."); yield break; }
        foreach (var item in Items)
        {
            if (!(item.Weight is >= 0 and <= Heaviest)) yield return new($"{item.Aspect}Weight", "A weight lies between 0 and {0}.", Heaviest);
            foreach (var code in item.Measures ?? [])
                if (Measure.Parse(code) is not { } measure) yield return new($"{item.Aspect}Measures", "“{0}” is no measure such as item:value_time or indicator:RES1.", code);
                else if (!measure.IsScore) yield return new($"{item.Aspect}Measures", "{0} cannot be added up; take scores of questions, indicators or dimensions.", code);
            if (item is { Weight: > 0, Measures: null or { Count: 0 }, Series: null or { Count: 0 } }) yield return new($"{item.Aspect}Measures", "Say what tells of it, or give it no weight.");
        }
        foreach (var side in Items.GroupBy(i => i.Aspect.IsCost()))
            if (side.Sum(i => i.Weight) is not > 0) yield return new($"{side.First().Aspect}Weight", "At least one benefit and one cost have a weight over 0.");
    }

    internal override async Task<long> Run(Session s)
    {
        await WholeCompany.Demand(s, Needs);
        var now = (await ValueStore.Models(s))[0];
        if (now.Number != Before) throw Stale.SavedMeanwhile(now.MadeBy, now.MadeAt ?? s.Now);
        var known = await new SeriesWithLevels().Run(s);
        foreach (var item in Items)
            foreach (var code in item.Series ?? [])
                if (!known.TryGetValue(code, out var tells)) throw new Invalid($"{item.Aspect}Series", "There is no series {0}.", code);
                else if (!tells) throw new Invalid($"{item.Aspect}Series", "{0} does not say how a value becomes a level.", code);
        await ValueStore.Put(s, now.Number + 1, [.. Items.OrderBy(i => i.Aspect).Select(i => i with { Measures = i.Measures ?? [], Series = i.Series ?? [] })]);
        return now.Number + 1;
    }
}
