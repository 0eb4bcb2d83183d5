namespace Regard.Benchmarks;

/// <summary>One line of the table of results.</summary>
/// <param name="Aim">As the aim is worded; empty when there is none.</param>
/// <param name="Met">Null where there is no aim.</param>
sealed record Finding(string What, string On, string Measured, string Aim = "", bool? Met = null)
{
    public static string Table(IEnumerable<Finding> findings) => string.Join('\n',
    [
        "| what | on | measured | aim | met |", "| --- | --- | --- | --- | --- |",
        .. findings.Select(f => $"| {f.What} | {f.On} | {f.Measured} | {f.Aim} | {(f.Met is not { } met ? "" : met ? "yes" : "**no**")} |"),
    ]);
}
