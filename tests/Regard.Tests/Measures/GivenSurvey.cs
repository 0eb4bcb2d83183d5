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

    readonly Dictionary<Id<Wave>, long> numbers = [];

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
        await using var c = await s.Test.Database.Open();
        var programme = s.Programme = Id<Programme>.New(s.Test.Clock.Now);
        await c.ExecuteAsync("""
            insert into programmes (id, name, waves_per_year, minimum_n, short_boards, plan_days, created_at) values (@programme, 'Customers', 2, 10, 2, 90, @Now)
            """, new { programme, s.Test.Clock.Now });
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
        await using var c = await Test.Database.Open();
        var (version, wave, at) = (await GivenForm.Of(Test, form ?? Form), Id<Wave>.New(Test.Clock.Now), Test.Clock.Now);
        var number = await c.ExecuteScalarAsync<long>("select count(*) from waves") + 1;
        var today = DateOnly.FromDateTime(at.UtcDateTime);
        await c.ExecuteAsync("""
            insert into waves (id, programme_id, number, name, form_version_id, tree_id, opens_on, closes_on, minimum_n, created_at, opened_at)
            values (@wave, @Programme, @number, @name, @version, @tree, @today, @closes, @minimum, @at, @at)
            """, new { wave, Programme, number, name = $"Wave {number}", version, tree = tree ?? Tree, today, closes = today.AddDays(30), minimum, at });
        return wave;
    }

    /// <summary>Rows of a unit, each from a draw of chance.</summary>
    public async Task Answer(Id<Wave> wave, Id<Unit> unit, int howMany, Func<int, byte[]> ratings, string segment = "", Func<int, string?>? comment = null, double weight = 1)
    {
        await using var c = await Test.Database.Open();
        await using var work = await Test.Database.Dialect.Begin(c, writing: true);
        var from = numbers.GetValueOrDefault(wave);
        await using (var rows = Test.Database.Dialect.Append(work, "responses", "customer_id", "id", "wave_id", "number", "unit_id", "segment", "channel", "language_tag", "ratings", "answers", "weight", "has_text", "submitted_at"))
        {
            for (var i = 0; i < howMany; i++)
            {
                var (key, said) = (Guid.NewGuid(), comment?.Invoke(i));
                var answers = said is null ? null : new Answers { ["why"] = Regard.Surveys.Answer.Of(said) }.ToJson();
                await rows.Write(key, key, wave.Value, from + i + 1, unit.Value, segment, "api", "en", ratings(i), answers, weight, said is not null, Test.Clock.Now);
            }
            await rows.Complete();
        }
        await work.CommitAsync();
        numbers[wave] = from + howMany;
    }

    public async Task Fold(Id<Wave> wave)
    {
        while (await Test.Do(new FoldResponses(wave)) > 0) { }
    }

    public async Task Close(Id<Wave> wave)
    {
        await using var c = await Test.Database.Open();
        await c.ExecuteAsync("update waves set closed_at = @Now where id = @wave", new { wave, Test.Clock.Now });
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
