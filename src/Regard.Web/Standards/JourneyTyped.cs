using Regard.Organisation;
using Regard.Standards;
using Regard.Web.Ui;
namespace Regard.Web.Standards;

/// <summary>The journey as it is typed, stage by stage; what has lost its name is taken out.</summary>
public sealed record JourneyTyped(long Number, IReadOnlyList<BlueprintStage> Stages)
{
    public const int EmptySteps = 2;

    /// <param name="before">Keeps the names in the languages that were not shown.</param>
    internal static JourneyTyped Read(IFormCollection sent, Blueprint before, Language language, DateTimeOffset now)
    {
        var steps = before.Steps.ToDictionary(t => t.Id);
        var stages = new List<(int Order, BlueprintStage Stage)>();
        for (var i = 0; sent.ContainsKey($"stage{i}.name"); i++)
        {
            var read = Steps(sent, i, steps, language, now).OrderBy(t => t.Order).Select(t => t.Step).ToList();
            var name = sent[$"stage{i}.name"].ToString().Trim();
            if (name.Length == 0) continue;
            var old = int.TryParse(sent[$"stage{i}.was"], out var was) && was >= 0 && was < before.Stages.Count ? before.Stages[was].Names : [];
            stages.Add((Order(sent[$"stage{i}.order"], i), new()
            {
                Names = With(old, language, name), Steps = read, Accountable = Units(sent, $"stage{i}.accountable").Select(u => (Id<Unit>?)u).FirstOrDefault(),
                Responsible = Units(sent, $"stage{i}.responsible"), Consulted = Units(sent, $"stage{i}.consulted"), Informed = Units(sent, $"stage{i}.informed"),
            }));
        }
        return new(long.TryParse(sent["Number"], out var number) ? number : 0, [.. stages.OrderBy(t => t.Order).Select(t => t.Stage)]);
    }

    static IEnumerable<(int Order, BlueprintStep Step)> Steps(IFormCollection sent, int stage, Dictionary<Id<BlueprintStep>, BlueprintStep> before, Language language, DateTimeOffset now)
    {
        var (names, ids, reasons, orders) = (sent[$"stage{stage}.step"], sent[$"stage{stage}.id"], sent[$"stage{stage}.none"], sent[$"stage{stage}.place"]);
        for (var k = 0; k < names.Count; k++)
        {
            if (string.IsNullOrWhiteSpace(names[k])) continue;
            var old = k < ids.Count && Id<BlueprintStep>.TryParse(ids[k], null, out var id) ? before.GetValueOrDefault(id) : null;
            var because = k < reasons.Count && !string.IsNullOrWhiteSpace(reasons[k]) ? reasons[k]!.Trim() : null;
            yield return (Order(k < orders.Count ? orders[k] : null, k), new() { Id = old?.Id ?? Id<BlueprintStep>.New(now), Names = With(old?.Names ?? [], language, names[k]!.Trim()), NoneBecause = because });
        }
    }

    static int Order(string? typed, int otherwise) => int.TryParse(typed, out var place) ? place : otherwise + 1;
    static List<Id<Unit>> Units(IFormCollection sent, string name) => [.. sent[name].Select(u => Id<Unit>.TryParse(u, null, out var id) ? id : (Id<Unit>?)null).OfType<Id<Unit>>()];

    /// <summary>What stood in another language and was shown for want of this one is not taken for this one.</summary>
    static Text With(Text old, Language language, string said) => old.In(language) == said ? old : new Text(old) { [language.Tag()] = said };
}
