using Regard.Surveys;
namespace Regard.Web.Surveys.Editor;

/// <summary>The kinds of questions an editor can add, each as it begins.</summary>
static class NewItem
{
    public static IReadOnlyList<string> Types { get; } = ["rating", "battery", "nps", "single", "multiple", "text", "number", "check"];

    public static Words Said(string type) => type switch
    {
        "rating" => Words.Of("Rating on a scale"),
        "battery" => Words.Of("Paired ratings (expected, perceived, importance)"),
        "nps" => Words.Of("Recommendation, 0 to 10"),
        "single" => Words.Of("One choice"),
        "multiple" => Words.Of("Several choices"),
        "text" => Words.Of("Own words"),
        "check" => Words.Of("Done or not done"),
        _ => Words.Of("Number asked for"),
    };

    public static string TypeOf(Item item) => item switch
    {
        RatingItem => "rating", BatteryItem => "battery", NpsItem => "nps", SingleItem => "single", MultipleItem => "multiple", TextItem => "text", CheckItem => "check", _ => "number",
    };

    public static Item? Of(string type, FormDocument form)
    {
        var key = form.FreeKey("Q");
        return type switch
        {
            "rating" => new RatingItem { Key = key },
            "battery" => new BatteryItem { Key = key, Parts = [Part.Expected, Part.Perceived], Rows = [new() { Key = FreeRowKey(form, []) }], NotApplicable = true },
            "nps" => new NpsItem { Key = key },
            "single" => new SingleItem { Key = key, Options = [new() { Key = "1" }, new() { Key = "2" }] },
            "multiple" => new MultipleItem { Key = key, Options = [new() { Key = "1" }, new() { Key = "2" }] },
            "text" => new TextItem { Key = key, Long = true },
            "number" => new NumberItem { Key = key },
            "check" => new CheckItem { Key = key, Required = true },
            _ => null,
        };
    }

    public static string FreeRowKey(FormDocument form, IEnumerable<BatteryRow> rows)
    {
        var taken = form.Items.OfType<BatteryItem>().SelectMany(b => b.Rows).Concat(rows).Select(r => r.Key).Concat(form.Items.Select(i => i.Key)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var n = 1; ; n++) if (!taken.Contains($"R{n}")) return $"R{n}";
    }

    public static string FreeOptionKey(IEnumerable<Choice> options)
    {
        var taken = options.Select(o => o.Key).ToHashSet();
        for (var n = 1; ; n++) if (!taken.Contains($"{n}")) return $"{n}";
    }
}
