using System.Diagnostics;
using System.Text.Json.Nodes;
namespace Regard.Cli.Tests;

/// <summary>The command line as its user runs it: a process of its own.</summary>
sealed record CommandLine(int ExitCode, string Output, string Errors)
{
    public static async Task<CommandLine> Run(params IEnumerable<string> words)
    {
        var info = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Regard.Cli.dll"), .. words])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["REGARD_LANGUAGE"] = "en" },
        };
        using var process = Process.Start(info)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await errors);
    }

    /// <summary>The one JSON object on standard output.</summary>
    public static async Task<JsonNode> Json(params IEnumerable<string> words)
    {
        var ran = await Run([.. words, "--json"]);
        Assert.Equal("", ran.Errors);
        Assert.Equal(0, ran.ExitCode);
        return JsonNode.Parse(ran.Output)!;
    }

    /// <summary>Exit code 2 and one line that says what is wrong.</summary>
    public static async Task Refused(string saying, params IEnumerable<string> words)
    {
        var ran = await Run(words);
        Assert.Equal((2, ""), (ran.ExitCode, ran.Output));
        Assert.Contains(saying, Assert.Single(ran.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    /// <summary>Equal relative to the reference, absolutely under 1.</summary>
    public static void Close(JsonNode? expected, JsonNode? actual, double tolerance = 1e-9)
    {
        var (e, a) = (expected!.GetValue<double>(), actual!.GetValue<double>());
        Assert.True(Math.Abs(a - e) <= tolerance * Math.Max(1, Math.Abs(e)), $"{a:R} is not {e:R}");
    }
}
