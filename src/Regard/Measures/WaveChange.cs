using System.Text.Json.Serialization;
using Regard.Statistics;
namespace Regard.Measures;

[JsonConverter(typeof(JsonStringEnumConverter<Movement>))]
public enum Movement
{
    /// <summary>There is no earlier wave, or one of the two numbers is withheld.</summary>
    Unknown,
    /// <summary>No difference that chance does not explain.</summary>
    NoEvidence,
    Rose, Fell,
    /// <summary>The two numbers are not of the same thing.</summary>
    NotComparable,
}

/// <summary>A number against that of the wave before. Called a change only where the test says so.</summary>
public sealed record WaveChange
{
    /// <summary>Of the differences called changes on one page, at most this share is expected not to be.</summary>
    public const double FalseDiscoveryRate = 0.05;

    public Movement Movement { get; init; }
    public double? Difference { get; init; }
    public double? Lower { get; init; }
    public double? Upper { get; init; }
    /// <summary>Adjusted for all comparisons on the page (Benjamini and Hochberg).</summary>
    public double? PValue { get; init; }
    /// <summary>Why the two are not comparable.</summary>
    public Words? Break { get; init; }

    public static WaveChange Unknown { get; } = new();

    /// <summary>Judges all the pairs of one page together.</summary>
    internal static IReadOnlyList<WaveChange> Judge(IReadOnlyList<(Figure Now, Figure? Before, Words? Break)> pairs)
    {
        var tests = pairs.Select(p => p is { Break: null, Now.Given: true, Before.Given: true } ? WelchTest.Of(p.Now.ToEstimate(), p.Before.ToEstimate()) : null).ToList();
        var adjusted = new Queue<double>(BenjaminiHochberg.Adjust([.. tests.Select(t => t?.PValue).OfType<double>()]));
        return [.. pairs.Zip(tests, (pair, test) => Of(pair, test, test?.PValue is null ? null : adjusted.Dequeue()))];
    }

    static WaveChange Of((Figure Now, Figure? Before, Words? Break) pair, WelchTest? test, double? p) => test is null
        ? pair is { Break: { } reason, Before: not null } ? new() { Movement = Movement.NotComparable, Break = reason } : Unknown
        : new()
        {
            Movement = p is null or > FalseDiscoveryRate ? Movement.NoEvidence : test.Difference.Value > 0 ? Movement.Rose : Movement.Fell,
            Difference = test.Difference.Value, Lower = test.Difference.Lower, Upper = test.Difference.Upper, PValue = p,
        };
}
