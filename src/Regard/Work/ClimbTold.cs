using Regard.Organisation;
using Regard.Post;
using Regard.Post.Templates;
namespace Regard.Work;

/// <summary>Tells by message what has come up to a head: one message for each head, and one for the chat robot of the nearest unit that has one.</summary>
/// <remarks>Laid out in the transaction that keeps the level, so that it is told as often as the level is reached: once.</remarks>
static class ClimbTold
{
    /// <summary>More are counted, and read on the list.</summary>
    const int MostNamed = 20;

    public static async Task Tell(Session s, IReadOnlyList<(Climb.Standing Item, Id<Person> To)> climbed)
    {
        if (climbed.Count == 0) return;
        var ways = await new WaysOut().Run(s);
        if (!ways.Mail && ways.Robots.Count == 0) return;
        var (tree, address) = (await UnitStore.Tree(s, s.Today), await PublicAddress.Of(s));
        var company = tree.Roots[0].Name;
        async Task Put(MessageKind kind, string recipient, string name, Language language, IReadOnlyList<Climb.Standing> items)
        {
            var titles = (await s.Many<Named>($"select id, title, path from work_items where {s.Dialect.Among("id", "ids")} order by due_at, id",
                new Dictionary<string, object?> { ["ids"] = s.Dialect.Keys(items.Take(MostNamed).Select(i => i.Id.Value)) })).Select(n => $"– {n.Title.In(language)}{(address is null ? "" : $" {address}{n.Path}")}").ToList();
            if (items.Count > titles.Count) titles.Add(Words.Of("and {0} more", items.Count - titles.Count).In(language));
            var said = await new FillTemplate("task-climbed", language, new Dictionary<string, string>
            {
                ["name"] = name, ["count"] = $"{items.Count}", ["tasks"] = string.Join('\n', titles), ["link"] = address is null ? Words.Of("Regard, under My work").In(language) : $"{address}/work", ["company"] = company,
            }).Run(s);
            await new PutMessage(kind, recipient, said.Subject, kind == MessageKind.Robot ? $"{said.Subject}\n{said.Body}" : said.Body).Run(s);
        }

        var people = new Dictionary<Id<Person>, (Person Person, Language Language)>();
        foreach (var of in climbed.GroupBy(c => c.To))
        {
            var head = await PersonStore.Find(s, of.Key);
            people[of.Key] = (head, head.Language);
            if (ways.Mail && !Email.Problems(head.Email).Any()) await Put(MessageKind.Mail, head.Email, head.Name, people[of.Key].Language, [.. of.Select(c => c.Item)]);
        }
        Id<Unit>? RobotsUnit(Id<Unit> of) => tree.PathTo(of).Reverse().Select(u => (Id<Unit>?)u.Id).FirstOrDefault(u => ways.Robots.ContainsKey(u!.Value));
        foreach (var of in climbed.GroupBy(c => (Unit: ways.Robots.Count == 0 ? null : RobotsUnit(c.Item.UnitId), c.To)).Where(g => g.Key.Unit is not null))
            foreach (var robot in ways.Robots[of.Key.Unit!.Value]) await Put(MessageKind.Robot, robot, people[of.Key.To].Person.Name, people[of.Key.To].Language, [.. of.Select(c => c.Item)]);
    }

    sealed record Named
    {
        public required Id<WorkItem> Id { get; init; }
        public required Text Title { get; init; }
        public required string Path { get; init; }
    }
}
