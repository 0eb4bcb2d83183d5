using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Regard.Files;
using Regard.Organisation;
namespace Regard.Surveys;

/// <summary>Reads the rows of a file of responses into rows of the table, and says what is wrong with each.</summary>
/// <remarks>Values that repeat are boxed once: the same object again costs the database writer nothing.</remarks>
sealed class ResponseRows
{
    const int Number = 3;
    static readonly string[] moments = ["yyyy-MM-dd", "yyyy/M/d", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy/M/d H:mm", "yyyy/M/d H:mm:ss", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];
    static readonly object yes = true, no = false, one = 1.0;

    readonly CsvFile file;
    readonly ImportColumns columns;
    readonly RowCheck check;
    readonly ImportPlace place;
    readonly ImportKeys keys;
    readonly object wave, now, channel = ResponseChannel.Import.ToString();
    readonly int unitAt, segmentAt, weightAt, submittedAt, languageAt, idAt;
    readonly HashSet<Guid> seen = [];
    readonly string? segmentItem;
    readonly string tag;

    public ResponseRows(CsvFile file, ImportColumns columns, RowCheck check, ImportPlace place)
    {
        (this.file, this.columns, this.check, this.place) = (file, columns, check, place);
        (keys, wave, now) = (new ImportKeys(place.Now), place.Wave.Id.Value, place.Now);
        tag = place.Tag;
        segmentItem = place.Form.Document.SegmentItem?.Key;
        (unitAt, segmentAt, weightAt) = (columns.Find(ImportColumns.Unit), columns.Find(ImportColumns.Segment), columns.Find(ImportColumns.Weight));
        (submittedAt, languageAt, idAt) = (columns.Find(ImportColumns.SubmittedAt), columns.Find(ImportColumns.Language), columns.Find(ImportColumns.ResponseId));
    }

    /// <summary>The next row as the columns of the table, without its number; null when it is bad.</summary>
    public object?[]? Row()
    {
        check.Begin();
        if (!check.IsRowGood) { check.End(place.Language); return null; }
        object key = Key();
        var unit = Unit();
        var ratings = Ratings();
        var (answers, hasText, chosen) = Rest();
        object?[] row = [key, key, wave, null, unit, chosen ?? Segment(), channel, Tag(), ratings, answers, Weight(), hasText ? yes : no, null, SubmittedAt()];
        return check.End(place.Language) ? row : null;
    }

    public static void SetNumber(object?[] row, long number) => row[Number] = number;
    public static Id<Unit> UnitOf(object?[] row) => new((Guid)row[4]!);

    byte[] Ratings()
    {
        var ratings = new byte[columns.Slots.Count];
        for (var i = 0; i < ratings.Length; i++)
        {
            var (slot, column) = columns.Slots[i];
            ratings[i] = Rating(slot, file.Bytes(column));
        }
        return ratings;
    }

    byte Rating(Slot slot, ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty) return Slot.Missing;
        if (cell is [>= (byte)'0' and <= (byte)'9']) return OnScale(slot, cell[0] - '0');
        if (Utf8Parser.TryParse(cell, out int whole, out var used) && used == cell.Length) return OnScale(slot, whole);
        if (Utf8Parser.TryParse(cell, out decimal number, out used) && used == cell.Length)
            return decimal.IsInteger(number) && Math.Abs(number) < int.MaxValue ? OnScale(slot, (int)number) : Wrong(slot, Words.Of("{0} is not a whole number.", number));
        var text = Encoding.UTF8.GetString(cell);
        return text.Equals(AnswerReader.NotApplicable, StringComparison.OrdinalIgnoreCase) ? Slot.Missing : Wrong(slot, Words.Of("“{0}” is not a number.", Short(text)));
    }

    byte OnScale(Slot slot, int answer) =>
        place.NoAnswer is { } none && none.Contains(answer) ? Slot.Missing : answer >= slot.From && answer <= slot.To ? slot.Pack(answer) : Wrong(slot, Words.Of("{0} is off the scale from {1} to {2}.", answer, slot.From, slot.To));

    byte Wrong(Slot slot, Words words)
    {
        check.Wrong(slot.Key, words);
        return Slot.Missing;
    }

    (string? Json, bool HasText, string? Segment) Rest()
    {
        Answers? given = null;
        var hasText = false;
        foreach (var (item, column) in columns.Items)
        {
            var cell = column < 0 ? "" : file.Cell(column);
            if (cell.Length == 0) continue;
            if (item is SingleItem single) cell = Chosen(single, column, cell);
            if (AnswerReader.Read(item, item is MultipleItem ? cell.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [cell]) is not { IsNotApplicable: false } answer) continue;
            (given ??= [])[item.Key] = answer;
            hasText |= item is TextItem;
            foreach (var problem in AnswerRules.OfItem(item, given)) check.Wrong(problem.Field, problem.Words);
        }
        return (given?.ToJson(), hasText, segmentItem is null ? null : given?.Find(segmentItem)?.Said);
    }

    // Files of other programs say the code of an answer where this form may know only its words.
    string Chosen(SingleItem item, int column, string cell) =>
        place.Codebook?.Find(file.Header[column])?.LabelOf(cell) is { Length: > 0 } label && item.Options.All(o => o.Key != cell) && item.Options.Any(o => o.Title.ContainsValue(label)) ? label : cell;

    Guid Key()
    {
        if (idAt < 0) return keys.Next();
        var cell = file.Cell(idAt);
        if (cell.Length == 0) return keys.Next();
        var key = ImportKeys.Of(place.Wave.Id.ToString(), cell);
        if (!seen.Add(key)) check.Wrong(ImportColumns.ResponseId, Words.Of("The response {0} stands in this file twice.", Short(cell)));
        else if (place.Known.Contains(key)) check.Wrong(ImportColumns.ResponseId, Words.Of("The response {0} came in before.", Short(cell)));
        return key;
    }

    readonly Dictionary<string, object> units = [];

    object? Unit()
    {
        if (unitAt < 0) return place.Unit;
        var code = file.Cell(unitAt);
        if (units.TryGetValue(code, out var known)) return known;
        if (code.Length == 0 && place.Unit is { } given) return given;
        if (place.Tree.FindCode(code) is { } unit && place.Care.Contains(unit.Id)) return units[code] = unit.Id.Value;
        check.Wrong(ImportColumns.Unit, code.Length == 0 ? Words.Of("Say which unit this is about.") : Words.Of("There is no unit {0}.", Short(code)));
        return null;
    }

    readonly Dictionary<string, string> segments = [];

    string Segment()
    {
        if (segmentAt < 0) return "";
        var cell = file.Cell(segmentAt);
        if (segments.TryGetValue(cell, out var known)) return known;
        if (cell.Length > ResponseRules.LongestSegment) check.Wrong(ImportColumns.Segment, Words.Of("At most {0} characters.", ResponseRules.LongestSegment));
        return segments.Count < 1000 ? segments[cell] = cell : cell;
    }

    string Tag()
    {
        if (languageAt < 0) return tag;
        var cell = file.Cell(languageAt);
        if (cell.Length == 0) return tag;
        if (Languages.FromTag(cell) is { } language) return language.Tag();
        check.Wrong(ImportColumns.Language, Words.Of("The language {0} is none of zh-Hans, zh-Hant and en.", Short(cell)));
        return tag;
    }

    object Weight()
    {
        var cell = weightAt < 0 ? default : file.Bytes(weightAt);
        if (cell.IsEmpty) return one;
        if (Utf8Parser.TryParse(cell, out double weight, out var used) && used == cell.Length && ResponseRules.IsWeight(weight)) return weight == 1 ? one : weight;
        check.Wrong(ImportColumns.Weight, Words.Of("A weight is a number above 0, at most 1,000,000."));
        return one;
    }

    object SubmittedAt()
    {
        var cell = submittedAt < 0 ? "" : file.Cell(submittedAt);
        if (cell.Length == 0) return now;
        if (DateTimeOffset.TryParseExact(cell, moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at.Year >= 1970 && at <= place.Now.AddDays(1)) return at.ToMilliseconds();
        check.Wrong(ImportColumns.SubmittedAt, Words.Of("“{0}” is not a day or moment such as 2026-03-31 or 2026-03-31T18:05:00Z, or lies in the future.", Short(cell)));
        return now;
    }

    static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
