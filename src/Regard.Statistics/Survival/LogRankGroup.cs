namespace Regard.Statistics;

/// <summary>A group in a log-rank test.</summary>
/// <param name="Group">Its name.</param>
/// <param name="N">Rows.</param>
/// <param name="Observed">Left.</param>
/// <param name="Expected">Would have left if all groups left alike.</param>
public sealed record LogRankGroup(string Group, int N, double Observed, double Expected);
