using System.Globalization;
using System.Text;
using Dapper;
using Regard.Indicators;
using Regard.Measures;
using Regard.Organisation;
using Regard.Surveys;
using Regard.Tests.Organisation;
using Regard.Tests.Surveys;
namespace Regard.Tests.Measures;

/// <summary>A programme with a form that asks for every measure, over the company of <see cref="Company"/>.</summary>
/// <remarks>Ratings of a row, in order: a1 E P I, a2 E P I, b1 E P I (1 to 5), overall (1 to 10), effort (1 to 7), nps.</remarks>
public sealed class Survey
{
    public const int Slots = 12;

    int waves;

    public required Company Company { get; init; }
    public TestOffice Test => Company.Test;
    public Id<Programme> Programme { get; private set; }
    public Id<IndicatorTree> Tree { get; private set; }

    public static FormDocument Form { get; } = new()
    {
        Title = Said("Survey"), Languages = ["en"],
        Pages =
        [
            new()
            {
                Items =
                [
                    new BatteryItem
                    {
                        Key = "service", Title = Said("Service"), Scale = new() { From = 1, To = 5 }, Parts = BatteryItem.PartsOffered,
                        Rows = [Row("a1", "A1"), Row("a2", "A2"), Row("b1", "B1")],
                    },
                    new RatingItem { Key = "overall", Title = Said("All in all"), Scale = new() { From = 1, To = 10 }, Part = Part.Overall },
                    new RatingItem { Key = "effort", Title = Said("Effort"), Scale = new() { From = 1, To = 7 }, Part = Part.Effort },
                    new NpsItem { Key = "nps", Title = Said("Recommend") },
                    new TextItem { Key = "why", Title = Said("Why") },
                ],
            },
        ],
    };

    public static async Task<Survey> In(Company company)
    {
        var s = new Survey { Company = company };
        s.Tree = await s.AddTree(("A1", "A", 0.5), ("A2", "A", 0.5), ("B1", "B", 1));
        s.Programme = await s.Test.Do(new StartProgramme("Customers", MinimumN: 10, ShortBoards: 2));
        return s;
    }

    /// <summary>Indicators under dimensions A and B, which weigh 0.6 and 0.4.</summary>
    public async Task<Id<IndicatorTree>> AddTree(params (string Code, string Parent, double Weight)[] leaves)
    {
        (string Code, string? Parent, double Weight)[] nodes = [("INDEX", null, 1), ("A", "INDEX", 0.6), ("B", "INDEX", 0.4), .. leaves];
        var tree = await Test.Do(new DraftIndicatorTree("Tree"));
        var indicators = nodes.Select((n, i) => new Indicator { Code = n.Code, ParentCode = n.Parent, Position = i, Weight = n.Weight, Direction = Direction.HigherIsBetter, Names = Said(n.Code) });
        await Test.Do(new PublishIndicatorTree(tree, await Test.Do(new SaveIndicatorTree(tree, "Tree", [.. indicators], 1))));
        return tree;
    }

    public async Task<Id<Wave>> OpenWave(FormDocument? form = null, Id<IndicatorTree>? tree = null, long minimum = 10)
    {
        var today = DateOnly.FromDateTime(Test.Clock.Now.UtcDateTime);
        var wave = await Test.Do(new PlanWave(Programme, $"Wave {++waves}", await GivenForm.Of(Test, form ?? Form), tree ?? Tree, today, today.AddDays(30), minimum));
        await Test.Do(new OpenWave(wave));
        return wave;
    }

    /// <summary>Answers of customers of a unit, each row of packed ratings from its number.</summary>
    public async Task Answer(Id<Wave> wave, Id<Unit> unit, int howMany, Func<int, byte[]> ratings, string segment = "", Func<int, string?>? comment = null, double weight = 1)
    {
        await using var c = await Test.Database.Open();
        var code = await c.ExecuteScalarAsync<string>("select code from units where id = @unit", new { unit });
        var csv = new StringBuilder($"unit,segment,weight,why,{string.Join(',', Form.Slots.Select(s => s.Key))}\n");
        for (var i = 0; i < howMany; i++)
            csv.Append(CultureInfo.InvariantCulture, $"{code},{segment},{weight},{comment?.Invoke(i)},{string.Join(',', Form.Slots.Zip(ratings(i), (slot, step) => slot.Unpack(step)))}\n");
        var import = await Test.Do(new ImportResponses(wave, new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString())), "answers.csv"));
        Assert.Equal(howMany, import.Report.Taken);
    }

    public async Task Fold(Id<Wave> wave)
    {
        while (await Test.Do(new FoldResponses(wave)) > 0) { }
    }

    public async Task<IReadOnlyList<(Guid Unit, string Segment, long Respondents, string Moments)>> Cells(Id<Wave> wave)
    {
        await using var c = await Test.Database.Open();
        var rows = await c.QueryAsync<CellRow>("select unit_id, segment, respondents, moments from cells where wave_id = @wave", new { wave });
        return [.. rows.Select(r => (r.UnitId.Value, r.Segment, r.Respondents, Convert.ToHexString(r.Moments))).OrderBy(r => r.Value).ThenBy(r => r.Segment, StringComparer.Ordinal)];
    }

    /// <summary>A row of ratings about a level between 0 and 1, some missing.</summary>
    public static byte[] Drawn(Random chance, double level, double missing = 0)
    {
        int[] steps = [4, 4, 4, 4, 4, 4, 4, 4, 4, 9, 6, 10];
        return [.. steps.Select(most => chance.NextDouble() < missing ? (byte)255 : (byte)Math.Clamp(Math.Round((level + (chance.NextDouble() - 0.5) * 0.8) * most), 0, most))];
    }

    public static Text Said(string english) => Text.OneFor(Language.English, english);

    static BatteryRow Row(string key, string indicator) => new() { Key = key, Title = Said(key), Indicator = indicator };

    sealed record CellRow
    {
        public required Id<Unit> UnitId { get; init; }
        public required string Segment { get; init; }
        public required long Respondents { get; init; }
        public required byte[] Moments { get; init; }
    }
}
