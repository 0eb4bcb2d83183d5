using Regard.Indicators;
namespace Regard.Measures;

/// <summary>A node of the indicator tree as pages name it.</summary>
public sealed record NodeLabel(string Code, Text Names, Measure Measure)
{
    internal static NodeLabel Of(WaveMeasures measures, Indicator node) => new(node.Code, node.Names, measures.Of(node));
}
