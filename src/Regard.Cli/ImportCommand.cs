using System.CommandLine;
using System.Globalization;
using Regard.Customers.Intake;
using Regard.Files;
using Regard.Storage;
using Regard.Surveys;
namespace Regard.Cli;

static class ImportCommand
{
    public static Command Make()
    {
        var file = new Argument<FileInfo>("file") { Description = "CSV (UTF-8 or GB18030, with a header), a workbook or an SPSS file (.sav)" };
        var wave = new Option<string>("--wave") { Description = "The wave: its id, or its name", Required = true };
        var unit = new Option<string?>("--unit") { Description = "Code of the unit of rows that name none" };
        var goodRows = new Option<bool>("--good-rows") { Description = "Take the good rows, and write the bad ones to FILE.bad.csv" };
        var responses = new Command("responses", "Take responses from a file, all or none") { file, wave, unit, goodRows };
        responses.SetAction(parsed => BadInput.Guard(() => Responses(parsed.GetRequiredValue(file), parsed.GetRequiredValue(wave), parsed.GetValue(unit), parsed.GetValue(goodRows))));
        return new Command("import", "Bring data in")
        {
            responses,
            Intake("customers", "Take persons and accounts", (stream, name, mode, dry, _) => new ImportCustomers(stream, name, mode, dry)),
            Intake("assets", "Take vehicles, machines and what else customers have", (stream, name, mode, dry, _) => new ImportAssets(stream, name, mode, dry)),
            Intake("contracts", "Take contracts", (stream, name, mode, dry, currency) => new ImportContracts(stream, name, mode, dry) { Currency = currency }),
            Intake("events", "Take purchases, work orders, visits, calls and returns", (stream, name, mode, dry, currency) => new ImportEvents(stream, name, mode, dry) { Currency = currency }),
            Intake("wallets", "Take what share of their spending customers leave with us", (stream, name, mode, dry, _) => new ImportWallets(stream, name, mode, dry)),
            Intake("consents", "Take what customers said about being asked and written to", (stream, name, mode, dry, _) => new ImportConsents(stream, name, mode, dry)),
        };
    }

    static Command Intake(string name, string description, Func<Stream, string, RowMode, bool, string?, Intake> make)
    {
        var file = new Argument<FileInfo>("file") { Description = "CSV (UTF-8 or GB18030, with a header), a workbook or an SPSS file (.sav)" };
        var dry = new Option<bool>("--dry-run") { Description = "Write nothing, and tell what would become of the lines" };
        var goodRows = new Option<bool>("--good-rows") { Description = "Take the good rows, and write the bad ones to FILE.bad.csv" };
        var currency = new Option<string?>("--currency") { Description = "What the amounts are in, such as CNY; once said it holds" };
        var command = new Command(name, description) { file, dry, goodRows };
        if (name is "events" or "contracts") command.Add(currency);
        command.SetAction(parsed => BadInput.Guard(() => Take(parsed.GetRequiredValue(file), parsed.GetValue(goodRows), (stream, fileName) =>
            make(stream, fileName, parsed.GetValue(goodRows) ? RowMode.GoodRows : RowMode.AllOrNothing, parsed.GetValue(dry), name is "events" or "contracts" ? parsed.GetValue(currency) : null) with { LargestFile = Settings.LargestUpload })));
        return command;
    }

    static async Task Take(FileInfo file, bool goodRows, Func<Stream, string, Intake> make)
    {
        if (!file.Exists) throw new Invalid("file", "There is no file {0}.", file.FullName);
        var database = Database.At(Settings.Database);
        await database.Migrate(TimeProvider.System);
        await using var stream = file.OpenRead();
        var import = await new Office(database, TimeProvider.System).Do(make(stream, file.Name), Caller.Installation("command line"));
        var report = import.Report;
        Problems(report);
        foreach (var l in report.Lines.Where(l => l.Outcome != RowOutcome.TurnedAway)) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"line {l.Line}, {l.Key}: {l.Outcome.ToString().ToLowerInvariant()} {string.Join(", ", l.Changes)}").TrimEnd());
        foreach (var a in report.LookAlikes) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"line {a.Line}, {a.Key}: same {a.Because.ToString().ToLowerInvariant()} as {(a.CustomerNumber is { } n ? $"customer {n}" : $"line {a.OtherLine}")}"));
        if (report.Sheet is { } sheet && report.OtherSheets.Count > 0) Console.WriteLine($"sheet read: {sheet}; not read: {string.Join(", ", report.OtherSheets)}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(report.DryRun ? "dry run: " : "")}{report.Added} added, {report.Updated} updated, {report.Unchanged} unchanged, {report.TurnedAway} turned away{(report.LookAlikesFound > 0 ? $"; {report.LookAlikesFound} look like customers that are here already" : "")}"));
        if (report.TurnedAway == 0) return;
        if (goodRows && import.BadRows is { } bad) await WriteBadRows(file, bad);
        else if (goodRows) await WriteBadRows(file, await new Office(database, TimeProvider.System).Do(new CustomerBadRows(import.Id), Caller.Installation("command line")));
        else if (!report.DryRun) throw new Refused("Nothing was taken. Correct the lines above, or take the good rows with --good-rows.");
    }

    static async Task WriteBadRows(FileInfo file, string rows)
    {
        await File.WriteAllTextAsync(file.FullName + ".bad.csv", rows);
        Console.WriteLine($"bad rows: {file.FullName}.bad.csv");
    }

    static void Problems(FileReport report)
    {
        foreach (var l in report.Losses) Console.Error.WriteLine($"not kept: {(l.Column.Length > 0 ? l.Column + ": " : "")}{l.Words}");
        foreach (var p in report.Problems) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"line {p.Line}, {p.Column}: {p.Words}"));
        if (report.UnknownColumns.Count > 0) Console.Error.WriteLine($"columns left out: {string.Join(", ", report.UnknownColumns)}");
    }

    static async Task Responses(FileInfo file, string wave, string? unit, bool goodRows)
    {
        if (!file.Exists) throw new Invalid("file", "There is no file {0}.", file.FullName);
        var database = Database.At(Settings.Database);
        await database.Migrate(TimeProvider.System);
        var office = new Office(database, TimeProvider.System);
        var operatorHere = Caller.Installation("command line");
        await using var stream = file.OpenRead();
        var request = new ImportResponses(await Find(office, operatorHere, wave), stream, file.Name, goodRows ? RowMode.GoodRows : RowMode.AllOrNothing) { UnitCode = unit, LargestFile = Settings.LargestUpload };
        var import = await office.Do(request, operatorHere);
        Problems(import.Report);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{import.Report.Taken} taken, {import.Report.TurnedAway} turned away"));
        if (import.Report.TurnedAway == 0) return;
        if (!goodRows) throw new Refused("Nothing was taken. Correct the lines above, or take the good rows with --good-rows.");
        await WriteBadRows(file, await office.Do(new ImportBadRows(import.Id), operatorHere));
    }

    static async Task<Id<Wave>> Find(Office office, Caller caller, string wave)
    {
        if (Id<Wave>.TryParse(wave, null, out var id)) return id;
        var named = (await office.Do(new ListWaves(), caller)).Where(w => w.Name == wave).ToList();
        return named.Count == 1 ? named[0].Id : throw new Invalid("wave", named.Count == 0 ? "There is no wave {0}." : "Several waves are called {0}: give the id.", wave);
    }
}
