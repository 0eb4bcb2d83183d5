using System.Globalization;
using System.Text;
using Regard.Surveys;
namespace Regard.Demo;

/// <summary>The answers of one wave, drawn from the truth, as the CSV file that an agency would deliver.</summary>
/// <param name="firstStore">The truth's number of the first store.</param>
/// <param name="asides">Whether they are asked what stands beside the service.</param>
sealed class DemoAnswers(DemoTruth truth, int wave, IReadOnlyList<string> storeCodes, string segmentColumn, string commentColumn, DateTimeOffset from, DateTimeOffset until, int firstStore = 0, bool asides = true)
{
    /// <summary>On paper a question is left out now and then; the respondent's page asks for it.</summary>
    const double LeftOut = 0.02;

    readonly Rated[,][] levels = Levels(truth, wave, firstStore, storeCodes.Count);

    /// <summary>Writes the header and that many rows.</summary>
    public async Task Write(Stream to, int responses)
    {
        await using var writer = new StreamWriter(to, new UTF8Encoding(false), 1 << 17, leaveOpen: true) { NewLine = "\n" };
        var text = new StringBuilder("response_id,unit,submitted_at,language,").Append(segmentColumn).Append(',').Append(commentColumn);
        foreach (var slot in truth.Slots) text.Append(',').Append(slot.Key);
        foreach (var column in DemoAside.Columns) text.Append(',').Append(column);
        text.Append('\n');
        var shares = Shares();
        var chance = new Random(truth.Seed * 100 + wave + 10_000 * firstStore);
        var aside = new Random(truth.Seed * 101 + wave);
        for (var i = 0; i < responses; i++)
        {
            Row(text, chance, aside, shares, i, responses);
            await writer.WriteAsync(text);
            text.Clear();
        }
    }

    void Row(StringBuilder text, Random chance, Random aside, double[] shares, int i, int responses)
    {
        var store = Pick(shares, chance.NextDouble());
        var afterSales = chance.NextDouble() < truth.AfterSalesShare(firstStore + store);
        var at = from + (until - from) * (i / (double)responses);
        var comment = Draw(chance, store, afterSales, LeftOut);
        text.Append(CultureInfo.InvariantCulture, $"w{wave + 1}-{firstStore + i + 1}{(firstStore > 0 ? "c" : "")},{storeCodes[store]},{at:yyyy-MM-ddTHH:mm:ssZ},{(chance.NextDouble() < 0.75 ? "zh-Hans" : "en")},{(afterSales ? "aftersales" : "sales")},");
        if (comment is not null) text.Append('"').Append(comment).Append('"');
        foreach (var rating in drawn)
        {
            text.Append(',');
            if (rating is { } x) text.Append(x);
        }
        var said = asides ? DemoAside.Draw(aside, pleased, wave) : [];
        foreach (var column in DemoAside.Columns) text.Append(',').Append(said.Find(column)?.AsText());
        text.Append('\n');
    }

    /// <summary>One customer's answers, as the respondent's page would send them.</summary>
    /// <param name="aside">Chance of what is told beside the service.</param>
    public Answers One(Random chance, Random aside, int store, bool afterSales)
    {
        var comment = Draw(chance, store, afterSales, leftOut: 0);
        var answers = new Answers { [segmentColumn] = Answer.Of(afterSales ? "aftersales" : "sales") };
        for (var i = 0; i < drawn.Length; i++) if (drawn[i] is { } x) answers[truth.Slots[i].Key] = Answer.Of(x);
        if (comment is not null) answers[commentColumn] = Answer.Of(comment);
        foreach (var (key, said) in DemoAside.Draw(aside, pleased, wave)) answers[key] = said;
        return answers;
    }

    readonly int?[] drawn = new int?[truth.Slots.Count];

    /// <summary>How far the respondent drawn last felt served above the usual.</summary>
    double pleased;

    readonly Dictionary<string, double> visit = [], felt = [], count = [];

    /// <summary>Draws a customer's ratings, and gives the comment that goes with them, if there is one.</summary>
    string? Draw(Random chance, int store, bool afterSales, double leftOut)
    {
        var (mood, worst, lowest) = (Normal(chance), "REL", double.MaxValue);
        foreach (var dimension in DemoTruth.Drivers.Keys) (visit[dimension], felt[dimension], count[dimension]) = (Normal(chance), 0, 0);
        foreach (var (i, rated) in levels[store, afterSales ? 1 : 0].Index())
        {
            if (rated.IsOutcome) continue;
            var x = rated.Level + rated.Mood * mood + rated.Chance * Normal(chance) + (rated.Dimension is { } of ? rated.Visit * visit[of] : 0);
            Keep(i, rated, x, chance, leftOut);
            if (rated is not { Slot.Part: Part.Perceived, Dimension: { } dimension }) continue;
            var answer = Math.Clamp(Math.Round(x), rated.Slot.From, rated.Slot.To);
            (felt[dimension], count[dimension]) = (felt[dimension] + answer - rated.Level, count[dimension] + 1);
            if (answer - rated.Level < lowest) (lowest, worst) = (answer - rated.Level, dimension);
        }
        pleased = DemoTruth.Drivers.Where(d => count[d.Key] > 0).Sum(d => d.Value * felt[d.Key] / count[d.Key]);
        foreach (var (i, rated) in levels[store, afterSales ? 1 : 0].Index())
            if (rated.IsOutcome) Keep(i, rated, rated.Level + DemoTruth.Stretch(rated.Slot) * pleased + rated.Chance * Normal(chance), chance, leftOut);
        return DemoComments.Say(chance, worst, mood);
    }

    void Keep(int i, Rated rated, double x, Random chance, double leftOut) =>
        drawn[i] = chance.NextDouble() < leftOut ? null : Math.Clamp((int)Math.Round(x), rated.Slot.From, rated.Slot.To);

    double[] Shares()
    {
        var sizes = Enumerable.Range(0, storeCodes.Count).Select(i => truth.Size(firstStore + i)).ToArray();
        var (sum, total) = (0.0, sizes.Sum());
        return [.. sizes.Select(s => sum += s / total)];
    }

    static int Pick(double[] shares, double u)
    {
        var at = Array.BinarySearch(shares, u);
        return Math.Min(at < 0 ? ~at : at, shares.Length - 1);
    }

    static double Normal(Random chance) => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());

    /// <param name="Dimension">Of the RATER set; null where the visit plays no part.</param>
    sealed record Rated(double Level, double Mood, double Visit, double Chance, Slot Slot, string? Dimension, bool IsOutcome);

    static Rated[,][] Levels(DemoTruth truth, int wave, int firstStore, int stores)
    {
        var levels = new Rated[stores, 2][];
        for (var store = 0; store < stores; store++)
            for (var segment = 0; segment < 2; segment++)
                levels[store, segment] = [.. truth.Slots.Select(slot =>
                {
                    var (mood, visit, chance) = DemoTruth.Scatter(slot);
                    // Who is in a good mood finds things easy: the effort goes the other way.
                    var way = slot.Part == Part.Effort && !slot.Reversed ? -mood : mood;
                    return new Rated(truth.Level(firstStore + store, wave, segment == 1, slot), way, visit, chance, slot, visit > 0 ? DemoTruth.Dimension(slot) : null, DemoTruth.IsOutcome(slot));
                })];
        return levels;
    }
}
