using System.Diagnostics;
namespace Regard.Benchmarks;

/// <summary>What something took: time, and of this process the work of all cores, which tells more where other programs run beside.</summary>
sealed record Effort(double Seconds, double ProcessorSeconds)
{
    public static async Task<Effort> Of(Func<Task> work)
    {
        using var self = Process.GetCurrentProcess();
        var (before, watch) = (self.TotalProcessorTime, Stopwatch.StartNew());
        await work();
        watch.Stop();
        self.Refresh();
        return new(watch.Elapsed.TotalSeconds, (self.TotalProcessorTime - before).TotalSeconds);
    }
}
