using System.Text;
using MathNet.Numerics.Distributions;
using Regard.Improvement;
using Regard.Indicators;
using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Demo;

/// <summary>What managers and employees believe of the customers, with the errors they make written down: both think too much of the premises and too little of keeping one's word.</summary>
public sealed class DemoMirror(DemoTruth truth)
{
    /// <summary>Who answers in each store.</summary>
    public const int ManagersInStore = 5, EmployeesInStore = 7;
    const double Scatter = 0.8;

    /// <summary>Points of a scale from 1 to 7 by which they take the expectation of a dimension too high.</summary>
    public static IReadOnlyDictionary<string, double> ManagersErr { get; } = new Dictionary<string, double> { ["REL"] = -0.6, ["RES"] = -0.4, ["ASS"] = 0, ["EMP"] = -0.25, ["TAN"] = 0.45 };
    public static IReadOnlyDictionary<string, double> EmployeesErr { get; } = new Dictionary<string, double> { ["REL"] = -0.25, ["RES"] = 0, ["ASS"] = 0, ["EMP"] = 0, ["TAN"] = 0.2 };

    /// <summary>Stores whose managers also take what customers expect of a dimension too low, by so many points.</summary>
    public static IReadOnlySet<int> StoresMisled { get; } = new HashSet<int> { 5, 11, 17 };
    public const string MisledIn = "ASS";
    public const double Misled = -1.2;

    /// <summary>Points by which they take what customers get too high.</summary>
    public const double Rosy = 0.5;

    /// <summary>The true score, 0 to 100, of what they believe.</summary>
    public double Score(Audience audience, int store, int wave, Slot slot)
    {
        var (level, mean) = (Level(audience, store, wave, slot), 0.0);
        for (var x = slot.From; x < slot.To; x++) mean += 1 - Normal.CDF(level, Scatter, x + 0.5);
        return 100 * mean / (slot.To - slot.From);
    }

    double Level(Audience audience, int store, int wave, Slot slot)
    {
        var errs = audience == Audience.Manager ? ManagersErr : EmployeesErr;
        var err = slot.Part == Part.Perceived ? Rosy : errs[slot.Indicator![..3]] * (slot.Part == Part.Importance ? 1.5 : 1);
        if (audience == Audience.Manager && slot.Part == Part.Expected && StoresMisled.Contains(store) && DemoTruth.Dimension(slot) == MisledIn) err += Misled;
        // Of what matters to whom they know no more than the mean.
        return (slot.Part == Part.Importance ? (truth.Level(store, wave, afterSales: true, slot) + truth.Level(store, wave, afterSales: false, slot)) / 2 : truth.Level(store, wave, afterSales: false, slot)) + err;
    }

    /// <summary>Asks them while the customers' wave runs; answered, closed and held against it.</summary>
    internal async Task Ask(Office office, Caller installation, DemoClock clock, Audience audience, Id<FormVersion> form, Id<IndicatorTree> tree, Id<Programme> programme, Id<Wave> customers, int number, IReadOnlyList<(string Code, Id<Unit> Id)> stores, DateTimeOffset opens)
    {
        clock.Now = opens;
        var day = DateOnly.FromDateTime(opens.UtcDateTime);
        var wave = await office.Do(new PlanWave(programme, $"{day:yyyy-MM} {(audience == Audience.Manager ? "管理者镜像 Managers' mirror" : "员工镜像 Staff mirror")}", form, tree, day, day.AddDays(20)), installation);
        await office.Do(new OpenWave(wave), installation);
        await office.Do(new MirrorWave(wave, customers), installation);
        clock.Now = opens.AddDays(19);
        await office.Do(new ImportResponses(wave, await File(office, installation, audience, form, number, stores), $"mirror-{number + 1}.csv"), installation);
        clock.Now = opens.AddDays(20);
        await new WaveClosing(office).Run(wave, installation);
    }

    async Task<Stream> File(Office office, Caller installation, Audience audience, Id<FormVersion> form, int number, IReadOnlyList<(string Code, Id<Unit> Id)> stores)
    {
        var slots = (await office.Do(new ShowFormVersion(form), installation)).Document.Slots;
        var chance = new Random(truth.Seed * 53 + number * 2 + (int)audience);
        var text = new StringBuilder("unit,").AppendJoin(',', slots.Select(s => s.Key)).Append('\n');
        foreach (var (store, code) in stores.Select((s, i) => (i, s.Code)))
            for (var person = 0; person < (audience == Audience.Manager ? ManagersInStore : EmployeesInStore); person++)
                text.Append(code).Append(',').AppendJoin(',', slots.Select(s => Math.Clamp((int)Math.Round(Normal.Sample(chance, Level(audience, store, number, s), Scatter)), s.From, s.To))).Append('\n');
        return new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
