using System.Globalization;
using System.Text;
using Regard.Improvement;
using Regard.Indicators;
using Regard.Measures;
using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Demo;

/// <summary>Studies beside the satisfaction index, each by a form that comes along, from a truth of its own that is written down.</summary>
sealed class DemoStudies
{
    /// <param name="Waves">How many of the last waves of the index it runs beside.</param>
    /// <param name="Draw">One respondent of a store.</param>
    sealed record Study(string Name, string Template, Audience Audience, int MinimumN, int Waves, Func<int, int> InStore, Func<int, Random, IEnumerable<(string Key, string Answer)>> Draw);

    static readonly Study[] studies =
    [
        new("客户让渡价值 Delivered value", FormTemplate.Value, Audience.Customer, 10, 2, _ => DemoValue.InStore, DemoValue.Draw),
        new("KANO 需求分类 Kano", FormTemplate.Kano, Audience.Customer, 10, 1, _ => DemoKano.InStore, DemoKano.Draw),
        new("服务领导力 Service leadership", FormTemplate.Leadership, Audience.Employee, 5, 2, DemoLeadership.InStore, DemoLeadership.Draw),
    ];

    readonly Office office;
    readonly DemoClock clock;
    readonly Caller installation;
    readonly Id<IndicatorTree> tree;
    readonly IReadOnlyList<(string Code, Id<Unit> Id)> stores;
    readonly Dictionary<Study, (Id<FormVersion> Form, Id<Programme> Programme)> asked = [];

    DemoStudies(Office office, DemoClock clock, Caller installation, Id<IndicatorTree> tree, IReadOnlyList<(string, Id<Unit>)> stores) => (this.office, this.clock, this.installation, this.tree, this.stores) = (office, clock, installation, tree, stores);

    public static async Task<DemoStudies> Open(Office office, DemoClock clock, Caller installation, Id<IndicatorTree> tree, IReadOnlyList<(string Code, Id<Unit> Id)> stores)
    {
        var demo = new DemoStudies(office, clock, installation, tree, stores);
        foreach (var study in studies)
        {
            var form = await office.Do(new PublishForm(await office.Do(new StartForm(study.Name, study.Template), installation), 1), installation);
            demo.asked[study] = (form, await office.Do(new StartProgramme(study.Name, WavesPerYear: 2, MinimumN: study.MinimumN, ShortBoards: 0, Audience: study.Audience), installation));
        }
        return demo;
    }

    /// <summary>Asks, closes and freezes while a wave of the index runs.</summary>
    /// <param name="left">How many waves of the index are still to come.</param>
    public async Task Ask(int left, DateTimeOffset opens)
    {
        foreach (var (at, study) in studies.Index().Where(x => left < x.Item.Waves))
        {
            clock.Now = opens.AddHours(2);
            var day = DateOnly.FromDateTime(opens.UtcDateTime);
            var wave = await office.Do(new PlanWave(asked[study].Programme, $"{day:yyyy-MM} {study.Name}", asked[study].Form, tree, day, day.AddDays(20)), installation);
            await office.Do(new OpenWave(wave), installation);
            clock.Now = opens.AddDays(19);
            await office.Do(new ImportResponses(wave, File(study, new Random(DemoCompany.Seed * 71 + 10 * at + left)), $"{study.Template}.csv"), installation);
            clock.Now = opens.AddDays(20);
            await new WaveClosing(office).Run(wave, installation);
        }
    }

    /// <summary>What is worked by once series are measured.</summary>
    public async Task Settle() => await office.Do(new SetValueModel(DemoValue.Weights, 0), installation);

    MemoryStream File(Study study, Random chance)
    {
        var text = new StringBuilder();
        foreach (var (store, code) in stores.Select((s, i) => (i, s.Code)))
            for (var person = 0; person < study.InStore(store); person++)
            {
                var answers = study.Draw(store, chance).ToList();
                if (text.Length == 0) text.Append("unit,").AppendJoin(',', answers.Select(a => a.Key)).Append('\n');
                text.Append(code).Append(',').AppendJoin(',', answers.Select(a => a.Answer)).Append('\n');
            }
        return new(Encoding.UTF8.GetBytes(text.ToString()));
    }

    internal static string OneToSeven(double x) => Math.Clamp((int)Math.Round(x), 1, 7).ToString(CultureInfo.InvariantCulture);
}
