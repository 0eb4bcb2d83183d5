using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Regard.Customers.Intake;
using Regard.Files;
using Regard.Web.Surveys.Waves;
namespace Regard.Web.Customers.Intake;

/// <summary>The same files from programs: as JSON rows, CSV or a workbook.</summary>
static class IntakeApi
{
    const int MostRows = 10_000;
    const long LargestJson = 64L << 20;

    public static void MapIntakeApi(this WebApplication app)
    {
        var api = app.MapGroup("/api").WithTags("Customers").WithMetadata(new DisableRequestSizeLimitAttribute());
        Map<CustomerRow>(api, "/customers", ImportKind.Customers, "Adds persons and accounts, or brings them up to date, by their external id.");
        Map<AssetRow>(api, "/assets", ImportKind.Assets, "Adds vehicles, machines and what else customers have.");
        Map<ContractRow>(api, "/contracts", ImportKind.Contracts, "Adds contracts; their beginnings and ends show among the customer's events.");
        Map<EventRow>(api, "/events", ImportKind.Events, "Adds what happened to customers. An event counts once, however often it is sent.");
        Map<ConsentRow>(api, "/consents", ImportKind.Consents, "Keeps what customers said about being asked and written to.");
        Map<WalletRow>(api, "/wallets", ImportKind.Wallets, "Keeps what share of their spending customers leave with us, and for whom we are the first choice.");
        api.MapGet("/customer-imports", (Office office, Caller me) => office.Do(new ListCustomerImports(), me));
        api.MapGet("/customer-imports/{id}", (Id<Import> id, Office office, Caller me) => office.Do(new ShowCustomerImport(id), me));
        api.MapGet("/customer-imports/{id}/bad.csv", async (Id<Import> id, Office office, Caller me) => TypedResults.Text(await office.Do(new CustomerBadRows(id), me), "text/csv"));
    }

    /// <summary>Lines of the report count the elements of the array as lines of a file under a header: the first element is line 2.</summary>
    static void Map<TRow>(RouteGroupBuilder api, string path, ImportKind kind, string about) => api.MapPost(path, (bool? dryRun, string? mode, string? currency, string? fileName, HttpRequest request, Office office, Caller me, RegardSettings settings) =>
            Take(new IntakeAsked(kind, currency, UploadedFile.Mode(mode), dryRun ?? false), fileName, request, office, me, settings))
        .WithSummary(about).WithDescription($"A JSON array of up to {MostRows:n0} rows, a CSV file or a workbook. In the report the first element of an array is line 2. With dryRun nothing is written; mode is AllOrNothing or GoodRows.")
        .Accepts<TRow[]>("application/json", "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet").Produces<Import>().Produces<Import>(StatusCodes.Status422UnprocessableEntity);

    static async Task<IResult> Take(IntakeAsked asked, string? fileName, HttpRequest request, Office office, Caller me, RegardSettings settings)
    {
        if (!me.May(Permission.EditCustomers)) throw new Refused(Words.Of(me.Person is null ? "Please sign in first." : "Your role does not include this."), forbidden: true);
        var json = request.HasJsonContentType();
        await using var body = await UploadedFile.FromBody(request, json ? LargestJson : settings.LargestUpload);
        await using var rows = json ? await Rows(body) : null;
        var import = await office.Do(asked.Take(rows ?? body, fileName ?? $"{asked.Kind.ToString().ToLowerInvariant()}.{(json ? "json" : "csv")}", settings.LargestUpload), me);
        return TypedResults.Json(import, statusCode: import.Report is { Taken: 0, TurnedAway: > 0 } ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    static async Task<Stream> Rows(Stream body)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(body);
            return await Write(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) { throw new Invalid("Body", "The body is no JSON array of rows."); }
    }

    static async Task<Stream> Write(JsonElement array)
    {
        if (array.ValueKind != JsonValueKind.Array || array.EnumerateArray().Any(r => r.ValueKind != JsonValueKind.Object)) throw new Invalid("Body", "The body is no JSON array of rows.");
        if (array.GetArrayLength() > MostRows) throw new Invalid("Body", "At most {0} rows at once; send more as a file.", MostRows);
        var columns = array.EnumerateArray().SelectMany(r => r.EnumerateObject().Select(p => p.Name)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (columns.Count == 0) throw new Invalid("Body", "The body is no JSON array of rows.");
        var text = new StringBuilder().AppendJoin(',', columns.Select(Quoted)).Append("\r\n");
        foreach (var row in array.EnumerateArray())
        {
            var cells = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var cell in row.EnumerateObject()) cells[cell.Name] = Said(cell);
            text.AppendJoin(',', columns.Select(c => Quoted(cells.GetValueOrDefault(c, "")))).Append("\r\n");
        }
        var file = Scratch.File();
        await file.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()));
        return file;
    }

    static string Said(JsonProperty cell) => cell.Value.ValueKind switch
    {
        JsonValueKind.String => cell.Value.GetString()!,
        JsonValueKind.Number => cell.Value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => "",
        _ => throw new Invalid("Body", "{0} holds neither a text nor a number.", cell.Name),
    };

    // One row is one line, so that the report's lines count rows.
    static string Quoted(string text) => $"\"{text.Replace('\r', ' ').Replace('\n', ' ').Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public sealed record CustomerRow(string ExternalId, string? Name, string? Email, string? Phone, string? Language, string? Unit, string? Segment, string? Since, string? Kind, string? Account);
    public sealed record AssetRow(string AssetId, string Customer, string Kind, string? Model, string? Plate, string? Serial, string? From, string? Until);
    public sealed record ContractRow(string ContractId, string Customer, string Kind, string? Unit, string From, string? Until, string? EndedOn, string? EndedBecause, decimal? YearlyAmount, string? Currency);
    public sealed record EventRow(string? EventId, string Customer, string Kind, string Date, string? Unit, decimal? Amount, decimal? Profit, string? Currency, string? Category, string? Asset, string? Note, string? Fault, decimal? Cost);
    public sealed record WalletRow(string Customer, string SaidOn, decimal? Share, bool? FirstChoice, string? Source);
    public sealed record ConsentRow(string Customer, string Purpose, string Channel, bool Given, string SaidOn, string? Source);
}
