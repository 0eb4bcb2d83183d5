using System.CommandLine;
using System.Globalization;
using Regard.Files;
using Regard.Storage;
using Regard.Surveys;
namespace Regard.Cli;

static class ImportCommand
{
    public static Command Make()
    {
        var file = new Argument<FileInfo>("file") { Description = "The CSV file; UTF-8 or GB18030, with a header" };
        var wave = new Option<string>("--wave") { Description = "The wave: its id, or its name", Required = true };
        var unit = new Option<string?>("--unit") { Description = "Code of the unit of rows that name none" };
        var goodRows = new Option<bool>("--good-rows") { Description = "Take the good rows, and write the bad ones to FILE.bad.csv" };
        var responses = new Command("responses", "Take responses from a CSV file, all or none") { file, wave, unit, goodRows };
        responses.SetAction(parsed => BadInput.Guard(() => Responses(parsed.GetRequiredValue(file), parsed.GetRequiredValue(wave), parsed.GetValue(unit), parsed.GetValue(goodRows))));
        return new Command("import", "Bring data in") { responses };
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
        foreach (var p in import.Report.Problems) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"line {p.Line}, {p.Column}: {p.Words}"));
        if (import.Report.UnknownColumns.Count > 0) Console.Error.WriteLine($"columns left out: {string.Join(", ", import.Report.UnknownColumns)}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{import.Report.Taken} taken, {import.Report.TurnedAway} turned away"));
        if (import.Report.TurnedAway == 0) return;
        if (!goodRows) throw new Refused("Nothing was taken. Correct the lines above, or take the good rows with --good-rows.");
        await File.WriteAllTextAsync(file.FullName + ".bad.csv", await office.Do(new ImportBadRows(import.Id), operatorHere));
        Console.WriteLine($"bad rows: {file.FullName}.bad.csv");
    }

    static async Task<Id<Wave>> Find(Office office, Caller caller, string wave)
    {
        if (Id<Wave>.TryParse(wave, null, out var id)) return id;
        var named = (await office.Do(new ListWaves(), caller)).Where(w => w.Name == wave).ToList();
        return named.Count == 1 ? named[0].Id : throw new Invalid("wave", named.Count == 0 ? "There is no wave {0}." : "Several waves are called {0}: give the id.", wave);
    }
}
