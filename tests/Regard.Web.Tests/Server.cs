using System.Diagnostics;
namespace Regard.Web.Tests;

/// <summary>The real program serving in a process of its own.</summary>
sealed class Server : IDisposable
{
    readonly Process process;

    Server(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <param name="database">As REGARD_DATABASE says it.</param>
    public static async Task<Server> Start(string database)
    {
        var info = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Regard.Cli.dll"), "serve", "--address", "http://127.0.0.1:0"]) { RedirectStandardOutput = true };
        info.Environment["REGARD_DATABASE"] = database;
        info.Environment["REGARD_LIMIT_RESPOND"] = "100000000";
        var process = Process.Start(info)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.Split(' ').FirstOrDefault(word => word.StartsWith("http://127.0.0.1:", StringComparison.Ordinal)) is { } address) return new(process, new Uri(address));
        throw new InvalidOperationException("The server ended before it listened.");
    }

    /// <summary>SIGKILL: nothing is tidied up.</summary>
    public void Kill()
    {
        if (process.HasExited) return;
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        process.Dispose();
    }
}
