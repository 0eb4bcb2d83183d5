namespace Regard.Organisation;

/// <summary>One sign-in of a person on one device.</summary>
public sealed record Stay
{
    /// <summary>A sign-in ends when nothing was asked for this long.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);
    /// <summary>And in any case after this long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public required string Device { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset LastSeenAt { get; init; }
    /// <summary>The one that asks.</summary>
    public bool IsThis { get; init; }
}
