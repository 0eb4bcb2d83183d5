namespace Regard.Benchmarks.Cases;

/// <summary>All that is measured of cases.</summary>
static class CaseBenchmark
{
    public static async Task<IReadOnlyList<Finding>> Run(Options options) => [.. await ClockBenchmark.Run(options), .. await CaptureBenchmark.Run(options), .. await InboxBenchmark.Run(options)];
}
