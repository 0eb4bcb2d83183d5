using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
namespace Regard.Benchmarks.Databases;

/// <summary>The PostgreSQL to measure on: REGARD_BENCH_POSTGRES, or one of our own with its usual settings (fsync on), stopped at the end.</summary>
static class Cluster
{
    static readonly Lazy<string?> running = new(Start);
    static string? folder;

    public static bool IsThere => running.Value is not null;
    public static string Setting => running.Value ?? throw new InvalidOperationException("There is no PostgreSQL: set REGARD_BENCH_POSTGRES.");

    static string? Start()
    {
        if (Environment.GetEnvironmentVariable("REGARD_BENCH_POSTGRES") is { Length: > 0 } given) return given;
        if (Programs() is not { } programs) return null;
        folder = Directory.CreateTempSubdirectory("regard-bench-pg-").FullName;
        if (Environment.IsPrivilegedProcess) Shell($"chown postgres {folder}");
        var port = FreePort();
        AsOwner($"{programs}/initdb -D {folder}/data -A trust -U regard -E UTF8 --no-locale");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(programs);
        AsOwner($"{programs}/pg_ctl -D {folder}/data -w -l {folder}/log -o '-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}' start");
        return $"Host=127.0.0.1;Port={port};Username=regard;Database=postgres";
    }

    static void Stop(string programs)
    {
        AsOwner($"{programs}/pg_ctl -D {folder}/data -m immediate stop");
        Directory.Delete(folder!, recursive: true);
    }

    static string? Programs() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).LastOrDefault(d => File.Exists(Path.Combine(d, "initdb")))
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")));

    // The server programs refuse to run as root.
    static void AsOwner(string command) => Shell(Environment.IsPrivilegedProcess ? $"su postgres -s /bin/sh -c \"{command}\"" : command);

    static void Shell(string command)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command + " >/dev/null 2>&1"]))!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"This failed: {command}");
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
