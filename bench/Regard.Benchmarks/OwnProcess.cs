using System.Diagnostics;
namespace Regard.Benchmarks;

/// <summary>Runs one of this program's own verbs in a process of its own, so that its memory and its threads are its own.</summary>
static class OwnProcess
{
    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [.. Itself(), .. arguments]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        return Process.Start(start)!;
    }

    // Under `dotnet Regard.Benchmarks.dll` the process is dotnet, and the program its first argument.
    static IEnumerable<string> Itself() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(OwnProcess).Assembly.Location] : [];
}
