namespace Regard.Customers;

/// <summary>A search for duplicates that was asked for or runs now.</summary>
public sealed record TwinRun
{
    internal const string Columns = "asked_at, started_at, read, total, stop_asked_at";

    public required DateTimeOffset AskedAt { get; init; }
    /// <summary>Null as long as it waits for its turn.</summary>
    public DateTimeOffset? StartedAt { get; init; }
    public required long Read { get; init; }
    public required long Total { get; init; }
    public DateTimeOffset? StopAskedAt { get; init; }
}
