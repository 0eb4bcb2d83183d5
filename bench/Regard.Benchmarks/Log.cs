namespace Regard.Benchmarks;

/// <summary>How far it has come, apart from the results.</summary>
static class Log
{
    public static void Say(string words) => Console.Error.WriteLine(words);
}
