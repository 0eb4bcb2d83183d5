using Regard.Files;
namespace Regard.Metrics;

/// <summary>The columns of a file of values, one a line.</summary>
public static class MetricColumns
{
    public static IReadOnlyList<FileColumn> All => SeriesFile.Columns;
}
