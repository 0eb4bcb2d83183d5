using Regard.Organisation;
namespace Regard.Standards;

/// <summary>Writes the journey anew, as a whole.</summary>
/// <param name="Number">The newest when it was read; 0 for the first.</param>
public sealed record SaveBlueprint(long Number, IReadOnlyList<BlueprintStage> Stages) : Change<long>
{
    public const int MostStages = 50, MostSteps = 50, LongestName = 200, LongestReason = 1000;

    internal override Permission Needs => Permission.EditStandards;
    internal override string Subject => $"{Number + 1}";

    internal override IEnumerable<Problem> Check()
    {
        if (Stages.Count > MostStages || Stages.Any(t => t.Steps.Count > MostSteps)) yield return new(nameof(Stages), "A journey has at most {0} stages of {1} steps.", MostStages, MostSteps);
        for (var i = 0; i < Stages.Count; i++)
        {
            foreach (var problem in Named(Stages[i].Names, $"stages[{i}].names")) yield return problem;
            for (var k = 0; k < Stages[i].Steps.Count; k++)
            {
                foreach (var problem in Named(Stages[i].Steps[k].Names, $"stages[{i}].steps[{k}].names")) yield return problem;
                if (Stages[i].Steps[k].NoneBecause?.Length > LongestReason) yield return new($"stages[{i}].steps[{k}].noneBecause", "At most {0} characters.", LongestReason);
            }
        }
        if (Stages.SelectMany(t => t.Steps).GroupBy(t => t.Id).Any(g => g.Count() > 1)) yield return new(nameof(Stages), "The same step stands in the journey twice.");
    }

    internal override async Task<long> Run(Session s)
    {
        await AddStandard.Lock(s);
        var newest = await BlueprintStore.Newest(s);
        if (newest.Number != Number) throw Stale.SavedMeanwhile(newest.MadeBy, newest.MadeAt ?? s.Now);
        var tree = await UnitStore.Tree(s, DateOnly.MaxValue);
        if (Stages.SelectMany(t => t.Departments).Any(d => tree.Find(d) is null)) throw new Invalid(nameof(Stages), "There is no such unit.");
        var kept = Stages.SelectMany(t => t.Steps).Select(t => t.Id).ToHashSet();
        var lost = newest.Steps.Where(t => !kept.Contains(t.Id)).ToList();
        var used = (await StandardStore.All(s)).Where(v => !(v.UntilDay < s.Today) && lost.Any(t => t.Id == v.StepId)).ToList();
        if (used.Count > 0) throw new Refused("{0} stands at a step that you took out. Put it at another step, or give it up, first.", string.Join(", ", used.Select(v => v.Code).Distinct()));
        return await BlueprintStore.Write(s, Stages);
    }

    static IEnumerable<Problem> Named(Text names, string field)
    {
        if (names.IsEmpty) yield return new(field, "Give it a name.");
        else if (names.Values.Any(n => n.Length > LongestName)) yield return new(field, "At most {0} characters.", LongestName);
    }
}
