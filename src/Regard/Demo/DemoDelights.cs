using Regard.Organisation;
using Regard.Standards;
namespace Regard.Demo;

/// <summary>What the demo's people did in the last weeks that customers did not expect.</summary>
public static class DemoDelights
{
    /// <summary>The store, by code, where it has become a habit.</summary>
    public const string Generous = "E1";
    /// <summary>Acts of that store, and of the others at most.</summary>
    public const int Many = 24, Few = 4;

    static readonly Text[] acts =
    [
        Text.Of("Hot drink brought to the car", "把热饮送到车旁", "把熱飲送到車旁"), Text.Of("Washer fluid topped up", "顺手加满玻璃水", "順手加滿玻璃水"), Text.Of("Umbrella lent on a rainy day", "雨天借伞", "雨天借傘"),
        Text.Of("Toy for the child who waits", "给等候的孩子送小玩具", "給等候的孩子送小玩具"), Text.Of("Handwritten card with the keys", "交钥匙时附手写卡片", "交鑰匙時附手寫卡片"), Text.Of("Seat and radio set back as they were", "座椅和电台恢复原样", "座椅和電台恢復原樣"),
    ];

    internal static async Task Make(Office office, DemoClock clock, IReadOnlyList<(string Code, Id<Unit> Id)> stores, IReadOnlyDictionary<Id<Unit>, DemoTeam> teams, DateTimeOffset now)
    {
        clock.Now = now.AddDays(-80);
        var (catalogue, chance) = (new List<Id<Delight>>(), new Random(DemoCompany.Seed * 67));
        foreach (var act in acts) catalogue.Add(await office.Do(new SaveDelight(act), teams.Values.First().Executive));
        foreach (var (code, store) in stores)
            for (var left = code == Generous ? Many : chance.Next(Few + 1); left > 0; left--)
            {
                clock.Now = now.AddDays(-75 * chance.NextDouble()).ToMilliseconds();
                // The first of the catalogue comes easiest.
                await office.Do(new NoteDelight(new(Guid.CreateVersion7(clock.Now)), catalogue[(int)(catalogue.Count * Math.Pow(chance.NextDouble(), 2))], store), teams[store].Front[0]);
            }
        clock.Now = now;
    }
}
