namespace Regard.Post.Watch;

/// <summary>That a way in or out did not work, or that nothing came by it; and since when it is back.</summary>
public sealed record Alarm
{
    internal const string Select = "select id, source, raised_at, why, ended_at from channel_alarms";

    public required Id<Alarm> Id { get; init; }
    /// <summary>The id of a channel, or the name of a source.</summary>
    public required string Source { get; init; }
    public required DateTimeOffset RaisedAt { get; init; }
    internal string Why { get; init; } = "";
    public DateTimeOffset? EndedAt { get; init; }

    public Words Reason => Said.Read(Why)!;
}
