using System.Globalization;
using System.Text;
using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Demo;

/// <summary>Who of the desks is certified: in the stores whose customers are least assured, nobody is any more.</summary>
public static class DemoCertificates
{
    public const string Reception = "接待认证 Reception", HighVoltage = "高压系统 High-voltage systems";
    public const int StoresWithout = 6;

    /// <summary>Places of the stores whose customers truly feel least assured in a wave, the worst first.</summary>
    public static IReadOnlyList<int> Least(DemoTruth truth, int stores, int wave) =>
        [.. Enumerable.Range(0, stores).OrderBy(st => truth.Slots.Where(x => x.Part == Part.Perceived && x.Indicator!.StartsWith("ASS", StringComparison.Ordinal)).Average(x => truth.Score(st, wave, true, x))).Take(StoresWithout)];

    internal static async Task Make(Office office, Caller installation, DemoTruth truth, IReadOnlyList<(string Code, Id<Unit> Id)> stores, int wave, DateOnly today)
    {
        var without = Least(truth, stores.Count, wave).Select(st => stores[st].Id).ToHashSet();
        var desks = (await office.Do(new ListPeople(), installation)).Where(p => p.Roles.Any(r => r.Role == Role.FrontLine)).ToList();
        var file = new StringBuilder("email,certificate,valid_until\n");
        foreach (var (at, person) in desks.Index())
        {
            var certified = !without.Contains(person.Roles.First(r => r.Role == Role.FrontLine).UnitId);
            // Of those without, every other one let it run out and the rest never had one.
            if (certified || at % 2 == 0) file.Append(CultureInfo.InvariantCulture, $"{person.Email},{Reception},{today.AddDays(certified ? 30 + 25 * (at % 20) : -40 - at):yyyy-MM-dd}\n");
            if (certified && at % 3 == 0) file.Append(CultureInfo.InvariantCulture, $"{person.Email},{HighVoltage},\n");
        }
        await office.Do(new ImportCertificates(new MemoryStream(Encoding.UTF8.GetBytes(file.ToString())), "certificates.csv"), installation);
    }
}
