namespace Regard.Statistics;

/// <summary>A number of segments tried.</summary>
/// <param name="K">Segments.</param>
/// <param name="Silhouette">Mean, -1 to 1: how much nearer customers are to their own segment than to the next.</param>
/// <param name="Explained">Share of the spread that the segments explain, 0 to 1.</param>
public sealed record SegmentCount(int K, double Silhouette, double Explained);
