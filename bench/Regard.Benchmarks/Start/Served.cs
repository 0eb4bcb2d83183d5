using System.Diagnostics;
namespace Regard.Benchmarks.Start;

/// <summary>The published program, serving.</summary>
sealed class Served : IDisposable
{
    readonly long started = Stopwatch.GetTimestamp();
    readonly Process process;

    public Served(string program, string setting, int port)
    {
        Address = new Uri($"http://127.0.0.1:{port}");
        var start = new ProcessStartInfo("dotnet", [program, "serve", "--address", Address.ToString().TrimEnd('/')]) { RedirectStandardOutput = true };
        start.Environment["REGARD_DATABASE"] = setting;
        process = Process.Start(start)!;
    }

    public Uri Address { get; }

    /// <summary>From before the process started to the whole page.</summary>
    public async Task<TimeSpan> FirstAnswer(string page)
    {
        using var client = new HttpClient { BaseAddress = Address };
        while (Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(1))
        {
            try
            {
                using var answer = await client.GetAsync(page);
                answer.EnsureSuccessStatusCode();
                return Stopwatch.GetElapsedTime(started);
            }
            catch (HttpRequestException e) when (e.StatusCode is null) { await Task.Delay(2); }   // not listening yet
        }
        throw new TimeoutException("The server did not answer within a minute.");
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
