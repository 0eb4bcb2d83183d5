using System.Text.Json;
using Regard.Surveys;
namespace Regard.Files;

static class ImportStore
{
    static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<Import> Keep(Session s, Id<Wave>? wave, ImportKind kind, FileReport report, string? badRows)
    {
        var import = new Import { Id = Id<Import>.New(s.Now), WaveId = wave, Kind = kind, MadeAt = s.Now, MadeBy = s.Caller.Name, Report = report, HasBadRows = badRows is not null };
        await s.Write("""
            insert into imports (id, wave_id, kind, file_name, made_by, made_at, taken, turned_away, report, bad_rows)
            values (@Id, @WaveId, @kind, @FileName, @Person, @MadeAt, @Taken, @TurnedAway, @json, @badRows)
            """, new { import.Id, import.WaveId, kind = kind.ToString(), report.FileName, s.Caller.Person, import.MadeAt, report.Taken, report.TurnedAway, json = JsonSerializer.Serialize(report, json), badRows });
        return import;
    }

    public static FileReport Report(string text) => JsonSerializer.Deserialize<FileReport>(text, json)!;
}
