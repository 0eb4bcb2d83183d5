using System.Globalization;
using System.Runtime.InteropServices;
namespace Regard.Benchmarks;

/// <summary>What the figures were taken on.</summary>
static class Machine
{
    public static string Describe(DateTimeOffset now)
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
        return string.Create(CultureInfo.InvariantCulture, $"{now:yyyy-MM-dd}; {Environment.ProcessorCount} cores, {Cpu()}; {memory:0} GiB memory; {System()}; {RuntimeInformation.FrameworkDescription}");
    }

    static string Cpu() => Lines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();

    static string System() => Lines("/etc/os-release").FirstOrDefault(l => l.StartsWith("PRETTY_NAME=", StringComparison.Ordinal))?[12..].Trim('"') ?? RuntimeInformation.OSDescription;

    static IEnumerable<string> Lines(string file) => File.Exists(file) ? File.ReadLines(file) : [];
}
