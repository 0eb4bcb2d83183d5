using System.CommandLine;
using Regard.Statistics;
namespace Regard.Cli;

/// <summary>What the operator got wrong ends with one line on standard error and exit code 2.</summary>
static class BadInput
{
    const int ExitCode = 2;

    static Language Language { get; } = Languages.FromTag(Environment.GetEnvironmentVariable("REGARD_LANGUAGE") ?? Environment.GetEnvironmentVariable("LANG")?.Replace('_', '-')) ?? Language.English;

    /// <summary>Runs the command line, unless it was mistyped.</summary>
    public static async Task<int> Guard(ParseResult parsed)
    {
        if (parsed.Errors.Count == 0) return await parsed.InvokeAsync();
        return Say([AsItStands(string.Join(" ", parsed.Errors.Select(e => e.Message)))]);
    }

    public static int Guard(Action work) => Guard(() => { work(); return Task.CompletedTask; }).GetAwaiter().GetResult();

    public static async Task<int> Guard(Func<Task> work)
    {
        try
        {
            await work();
            return 0;
        }
        catch (Invalid e) { return Say([.. e.Problems.Select(p => p.Words)]); }
        catch (Refused e) { return Say([e.Words]); }
        catch (NotFound e) { return Say([e.Words]); }
        catch (DataRefused e) { return Say([AsItStands(e.Message)]); }
        catch (IOException e) { return Say([AsItStands(e.Message)]); }
    }

    static Words AsItStands(string text) => new(text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

    static int Say(IReadOnlyList<Words> words)
    {
        Console.Error.WriteLine("regard: " + string.Join(" ", words.Select(w => w.In(Language))));
        return ExitCode;
    }
}
