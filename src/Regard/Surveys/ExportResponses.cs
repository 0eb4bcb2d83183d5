using CsvHelper;
using Dapper;
using Regard.Organisation;
namespace Regard.Surveys;

/// <summary>Writes the responses of a wave as CSV, one row each, in the columns that an import reads. Nothing in it tells who answered.</summary>
/// <remarks>Of managers and employees neither unit nor time is told: few work in one place, and that would give them away.</remarks>
/// <param name="To">Written as the rows are read; UTF-8 with byte order mark, as spreadsheets like it.</param>
public sealed record ExportResponses(Id<Wave> WaveId, Stream To) : Question<long>
{
    static readonly CsvWriterOptions options = CsvWriterOptions.Default with { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    internal override Permission Needs => Permission.RunWaves;

    internal override async Task<long> Run(Session s)
    {
        var wave = await s.Wave(WaveId);
        var form = await FormStore.Version(s, wave.FormVersionId);
        var tree = await UnitStore.Tree(s, wave.TreeDay);
        var veiled = (await WaveStore.Audience(s, wave)).Mirrors();
        var care = tree.InCare(s.Caller, Permission.RunWaves);
        await using var csv = CsvWriter.Create(To, options, leaveOpen: true);
        var others = form.Document.Items.Where(i => !i.Slots.Any()).Select(i => i.Key).ToList();
        foreach (var name in (string[])["response_id", "unit", "segment", "weight", "language", "channel", "submitted_at", .. form.Slots.Select(slot => slot.Key), .. others]) csv.WriteField(name);
        await csv.EndRecordAsync();
        var rows = 0L;
        await foreach (var row in s.Transaction.Connection!.QueryUnbufferedAsync<Row>("""
            select id, unit_id, segment, weight, language_tag, channel, submitted_at, ratings, answers from responses
            where wave_id = @WaveId order by number
            """, new { WaveId }, s.Transaction))
        {
            if (!care.Contains(row.UnitId)) continue;
            Write(csv, row, veiled ? null : tree, form, others);
            await csv.EndRecordAsync();
            rows++;
        }
        return rows;
    }

    static void Write(CsvWriter csv, Row row, UnitTree? tree, FormVersion form, List<string> others)
    {
        csv.WriteField(row.Channel == ResponseChannel.PersonalLink ? "" : row.Id.ToString());
        csv.WriteField(tree?.Find(row.UnitId)!.Code ?? "");
        csv.WriteField(row.Segment);
        csv.WriteField(row.Weight);
        csv.WriteField(row.LanguageTag);
        csv.WriteField(row.Channel.ToString());
        csv.WriteField(tree is null ? "" : row.SubmittedAt.UtcDateTime.ToString(Storage.TypeHandlers.Iso, System.Globalization.CultureInfo.InvariantCulture));
        foreach (var slot in form.Slots)
            if (slot.Unpack(row.Ratings[slot.Index]) is { } answer) csv.WriteField(answer);
            else csv.WriteField("");
        foreach (var key in others) csv.WriteField(Said(row.Answers?.Find(key)));
    }

    static string Said(Answer? answer) => answer switch
    {
        null => "",
        { Chosen: { } chosen } => string.Join('|', chosen),
        { Number: { } number } => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => answer.Said ?? "",
    };

    sealed record Row
    {
        public required Id<Response> Id { get; init; }
        public required Id<Unit> UnitId { get; init; }
        public required string Segment { get; init; }
        public required double Weight { get; init; }
        public required string LanguageTag { get; init; }
        public required ResponseChannel Channel { get; init; }
        public required DateTimeOffset SubmittedAt { get; init; }
        public required byte[] Ratings { get; init; }
        public Answers? Answers { get; init; }
    }
}
