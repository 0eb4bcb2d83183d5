using System.Globalization;
using System.Text;
using Regard.Surveys;
namespace Regard.Benchmarks.Company;

/// <summary>A CSV file of responses, as an agency would deliver it.</summary>
static class ResponseFile
{
    /// <param name="full">With response id, moment, language, segment and a comment in every eighth row; else the unit and the ratings alone.</param>
    public static async Task Write(string path, int rows, IReadOnlyList<string> units, bool full, int seed = 1)
    {
        var slots = RatingForm.Document.Slots;
        await using var writer = new StreamWriter(path, false, new UTF8Encoding(false), 1 << 20);
        await writer.WriteAsync((full ? "response_id,submitted_at,language,visit,comment," : "") + "unit," + string.Join(',', slots.Select(s => s.Key)) + "\n");
        var (chance, line, ratings) = (new Random(seed), new StringBuilder(), new int?[slots.Count]);
        for (var i = 0; i < rows; i++)
        {
            if (full)
                line.Append(CultureInfo.InvariantCulture, $"R{i + 1},2026-05-{1 + i % 28:00}T{i % 24:00}:15:00Z,{(i % 4 == 0 ? "en" : "zh-Hans")},{(chance.Next(2) == 0 ? "sales" : "aftersales")},{(i % 8 == 0 ? $"等了{chance.Next(60)}分钟 waited" : "")},");
            line.Append(units[chance.Next(units.Count)]);
            RatingForm.Draw(chance, ratings);
            foreach (var rating in ratings) line.Append(',').Append(rating);
            await writer.WriteAsync(line.Append('\n'));
            line.Clear();
        }
    }
}
