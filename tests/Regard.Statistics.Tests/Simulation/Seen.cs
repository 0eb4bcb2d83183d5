using System.Runtime.CompilerServices;

namespace Regard.Statistics.Tests.Simulation;

/// <summary>Holds a simulated number to its range and writes it beside the test, so that docs/methods.md can say what was seen.</summary>
static class Seen
{
    public static void InRange(double seen, double from, double to, [CallerArgumentExpression(nameof(seen))] string what = "")
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{what}: {seen:0.0000}");
        Assert.InRange(seen, from, to);
    }
}
