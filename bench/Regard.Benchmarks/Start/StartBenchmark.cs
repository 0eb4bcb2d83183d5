using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Regard.Benchmarks.Company;
using Regard.Benchmarks.Databases;
using Regard.Storage;
using Regard.Surveys;
namespace Regard.Benchmarks.Start;

/// <summary>From the start of the published program to its first page, and what the respondent's page weighs.</summary>
static class StartBenchmark
{
    const double MostSeconds = 3, MostKilobytes = 30;

    public static async Task<IReadOnlyList<Finding>> Run(Options options)
    {
        var published = Directory.CreateTempSubdirectory("regard-bench-publish-");
        try
        {
            await Publish(published.FullName);
            await using var store = await Store.On(Engine.Sqlite);
            var company = await SurveyedCompany.In(store);
            var page = $"/o/{await store.Do(new OpenWaveLink(await company.OpenWave()))}/N1";
            var (times, weight) = (new List<double>(), default(PageWeight));
            for (var round = 0; round <= options.Rounds; round++)
            {
                using var server = new Served(Path.Combine(published.FullName, "Regard.Cli.dll"), store.Setting, FreePort());
                var time = await server.FirstAnswer(page);
                Log.Say($"start: {time.TotalSeconds:n2} s");
                if (round == 0) weight = await PageWeight.Of(new Uri(server.Address, page));
                else times.Add(time.TotalSeconds);
            }
            return
            [
                new("start of the published program to the first page answered, second start", "Sqlite", string.Create(CultureInfo.InvariantCulture, $"{times.Median():n2} s"), $"under {MostSeconds} s", times.Median() < MostSeconds),
                new("respondent's page with 24 ratings, compressed, with its stylesheet", "", string.Create(CultureInfo.InvariantCulture, $"{weight!.Page / 1000.0:n1} + {weight.Rest / 1000.0:n1} kB; {(weight.HasScript ? "with" : "no")} script"), $"under {MostKilobytes} kB, no script", (weight.Page + weight.Rest) / 1000.0 < MostKilobytes && !weight.HasScript),
            ];
        }
        finally { published.Delete(recursive: true); }
    }

    static async Task Publish(string folder)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["publish", Path.Combine(Repository(), "src/Regard.Cli"), "-c", "Release", "-o", folder, "--nologo", "-v", "q"]) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException(said);
    }

    static string Repository()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Regard.slnx"))) return at.FullName;
        throw new InvalidOperationException("Run this from a build inside the repository.");
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
