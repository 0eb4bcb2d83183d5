using Regard.Surveys;
namespace Regard.Benchmarks.Company;

/// <summary>One page with 24 ratings: eleven statements expected and perceived, overall, recommendation; then the kind of visit and a comment.</summary>
static class RatingForm
{
    public static FormDocument Document { get; } = new()
    {
        Title = Said("Your visit", "您的光临", "您的光臨"), Languages = ["zh-Hans", "zh-Hant", "en"],
        Pages =
        [
            new()
            {
                Items =
                [
                    new BatteryItem
                    {
                        Key = "service", Title = Said("Service", "服务", "服務"), Parts = [Part.Expected, Part.Perceived], Scale = new() { From = 1, To = 10 }, NotApplicable = true,
                        Rows = [.. new[] { "REL1", "REL2", "REL3", "ASS1", "ASS2", "TAN1", "TAN2", "EMP1", "EMP2", "RES1", "RES2" }.Select(code => new BatteryRow { Key = code, Title = Said(code, code, code), Indicator = code })],
                    },
                    new RatingItem { Key = "overall", Title = Said("All in all", "总体", "整體"), Scale = new() { From = 1, To = 10 }, Part = Part.Overall },
                    new NpsItem { Key = "nps", Title = Said("Recommend", "推荐", "推薦") },
                    new SingleItem
                    {
                        Key = "visit", Title = Said("Visit", "来访", "來訪"), Segment = true,
                        Options = [new() { Key = "sales", Title = Said("Sales", "销售", "銷售") }, new() { Key = "aftersales", Title = Said("After-sales", "售后", "售後") }],
                    },
                    new TextItem { Key = "comment", Title = Said("Comment", "意见", "意見"), Long = true, MaxLength = 500 },
                ],
            },
        ],
    };

    static Text Said(string english, string simplified, string traditional) => Text.Of(english, simplified, traditional);

    /// <summary>Ratings of one respondent in the order of the slots, around one level, about two in a hundred missing.</summary>
    public static void Draw(Random chance, Span<int?> ratings)
    {
        var mood = 4 + 6 * chance.NextDouble();
        foreach (ref var rating in ratings)
            rating = chance.NextDouble() < 0.02 ? null : Math.Clamp((int)(mood + 4 * (chance.NextDouble() - 0.5)), 1, 10);
    }
}
