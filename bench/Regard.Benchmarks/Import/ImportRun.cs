using System.Diagnostics;
using System.Globalization;
using Regard.Files;
using Regard.Storage;
using Regard.Surveys;
namespace Regard.Benchmarks.Import;

/// <summary>One import and what it took.</summary>
sealed record ImportRun(double Seconds, double ProcessorSeconds, double PeakMegabytes)
{
    public static async Task<ImportRun> InOwnProcess(string setting, Id<Wave> wave, string file)
    {
        using var process = OwnProcess.Start("import-once", setting, wave.ToString(), file);
        var said = (await process.StandardOutput.ReadToEndAsync()).Trim().Split(' ');
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException("The import failed.");
        var figures = said.Select(s => double.Parse(s, CultureInfo.InvariantCulture)).ToList();
        return new(figures[0], figures[1], figures[2]);
    }

    /// <summary>Inside that process: imports, and says seconds and megabytes.</summary>
    public static async Task Once(string setting, string wave, string file)
    {
        var office = new Office(Database.At(setting), TimeProvider.System);
        var effort = await Effort.Of(async () =>
        {
            await using var stream = File.OpenRead(file);
            var import = await office.Do(new ImportResponses(Id<Wave>.Parse(wave, null), stream, Path.GetFileName(file)), Caller.Installation("command line"));
            if (import.Report.TurnedAway > 0) throw new InvalidOperationException($"{import.Report.TurnedAway} rows were turned away.");
        });
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{effort.Seconds} {effort.ProcessorSeconds} {self.PeakWorkingSet64 / 1e6}"));
    }
}
