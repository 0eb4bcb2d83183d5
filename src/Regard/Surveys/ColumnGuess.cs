using System.Buffers.Text;
using System.Globalization;
using Regard.Files;
namespace Regard.Surveys;

/// <summary>What a column of somebody's file looks like, and what it probably holds.</summary>
public sealed record ColumnGuess
{
    public const int MostValues = 60;

    public required string Name { get; init; }
    public required ColumnUse Use { get; init; }
    /// <summary>unit, weight, response_id and the like, when it holds that and no answer.</summary>
    public string? Extra { get; init; }
    public string? Dimension { get; init; }
    /// <summary>All that is in it are whole numbers.</summary>
    public required bool IsWhole { get; init; }
    public long? Least { get; init; }
    public long? Most { get; init; }
    /// <summary>What occurs, in the order it was met; the first <see cref="MostValues"/> and one.</summary>
    public required IReadOnlyList<string> Values { get; init; }

    /// <summary>What the file says about it; null for a CSV file or a workbook.</summary>
    public CodedColumn? Coded { get; init; }

    /// <summary>Looks through the whole file once.</summary>
    public static IReadOnlyList<ColumnGuess> Of(Table table)
    {
        using var file = table.Open();
        return Of(file, table.Codebook);
    }

    internal static IReadOnlyList<ColumnGuess> Of(CsvFile file, Codebook? book = null)
    {
        var seen = file.Header.Select(_ => new Seen()).ToArray();
        while (file.Read())
            for (var i = 0; i < seen.Length; i++) seen[i].Add(file.Bytes(i));
        return [.. file.Header.Select((name, i) => Guess(name, seen[i], book?.Find(name)))];
    }

    /// <summary>The scale that most ratings seem to have been given on.</summary>
    public static Scale ScaleOf(IReadOnlyList<ColumnGuess> columns)
    {
        var rated = columns.Where(c => c.Use is ColumnUse.Perceived or ColumnUse.Expected or ColumnUse.Importance && c.Most is not null).SelectMany(c => c.Ends()).ToList();
        var (least, most) = rated.Count == 0 ? (1, 10) : (rated.Min(), rated.Max());
        var from = least >= 1 ? 1 : 0;
        return new() { From = from, To = most switch { <= 5 => 5, <= 7 => 7, <= 10 => 10, _ => 100 } };
    }

    /// <summary>The outermost answers that were given or have a label, without the codes of no answer.</summary>
    IEnumerable<long> Ends()
    {
        var numbers = Values.Concat(Coded?.Values.Select(v => v.Value) ?? []).Select(v => long.TryParse(v, CultureInfo.InvariantCulture, out var n) ? n : (long?)null).OfType<long>().Concat([Least!.Value, Most!.Value]);
        var none = NoAnswers([this]);
        return numbers.Where(n => n is >= 0 and <= 100 && !none.Contains((int)n)).DefaultIfEmpty(Least.Value);
    }

    /// <summary>Labelled codes that surveys use for "don't know" and "refused", when all other answers are well below them.</summary>
    public static IReadOnlySet<int> NoAnswers(IEnumerable<ColumnGuess> columns) => columns
        .Where(c => c.Coded is not null && c.Use is ColumnUse.Perceived or ColumnUse.Expected or ColumnUse.Importance or ColumnUse.Overall or ColumnUse.Effort or ColumnUse.Recommendation)
        .SelectMany(c => c.Coded!.Values.Select(v => int.TryParse(v.Value, CultureInfo.InvariantCulture, out var n) ? n : 0).Where(n => n is (>= 77 and <= 79) or (>= 87 and <= 89) or (>= 97 and <= 99) && c.Values.Count(v => long.TryParse(v, CultureInfo.InvariantCulture, out var x) && x is > 10 and < 77) == 0))
        .ToHashSet();

    static ColumnGuess Guess(string name, Seen seen, CodedColumn? coded)
    {
        var extra = coded is { IsWeight: true } ? ImportColumns.Weight : ImportColumns.Extras.FirstOrDefault(e => e.Equals(name, StringComparison.OrdinalIgnoreCase));
        var rating = coded is not { IsNominal: true } && seen.IsWhole && seen.Most is >= 0 and <= 100 && seen.Least >= 0;
        var (stem, use) = name.Length > 2 ? name[^2..].ToUpperInvariant() switch
        {
            "_E" => (name[..^2], ColumnUse.Expected),
            "_P" => (name[..^2], ColumnUse.Perceived),
            "_I" => (name[..^2], ColumnUse.Importance),
            _ => (name, ColumnUse.Perceived),
        } : (name, ColumnUse.Perceived);
        return new()
        {
            Name = name, Coded = coded, IsWhole = seen.IsWhole, Least = seen.Least, Most = seen.Most, Values = seen.Values,
            Extra = extra == ImportColumns.Segment ? null : extra,
            Use = extra == ImportColumns.Segment && seen.Values.Count is >= 2 and <= MostValues ? ColumnUse.Segment
                : extra is not null || name.Length == 0 ? ColumnUse.Ignore
                : name.Equals("nps", StringComparison.OrdinalIgnoreCase) && rating && seen.Most <= 10 ? ColumnUse.Recommendation
                : rating ? use : coded is { Values.Count: > 0 } ? ColumnUse.Ignore : seen.Values.Count > 0 && !seen.IsNumber ? ColumnUse.Text : ColumnUse.Ignore,
            Dimension = rating && extra is null ? stem.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '_', '-', '.', ' ') : null,
        };
    }

    sealed class Seen
    {
        readonly HashSet<string> met = [];
        long filled;

        public List<string> Values { get; } = [];
        public long? Least { get; private set; }
        public long? Most { get; private set; }
        public bool IsWhole { get => field && filled > 0; private set; }
        public bool IsNumber { get; private set; } = true;

        public Seen() => IsWhole = true;

        public void Add(ReadOnlySpan<byte> cell)
        {
            if (cell.IsEmpty) return;
            filled++;
            if (Utf8Parser.TryParse(cell, out long number, out var used) && used == cell.Length) (Least, Most) = (Math.Min(Least ?? number, number), Math.Max(Most ?? number, number));
            else
            {
                IsWhole = false;
                IsNumber &= Utf8Parser.TryParse(cell, out double _, out used) && used == cell.Length;
            }
            if (met.Count > MostValues) return;
            var value = System.Text.Encoding.UTF8.GetString(cell);
            if (met.Add(value)) Values.Add(value);
        }
    }
}
