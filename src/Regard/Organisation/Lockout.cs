namespace Regard.Organisation;

/// <summary>Wrong passwords in a row for one e-mail address, whoever has it, and when the next try is allowed.</summary>
sealed record Lockout
{
    const int Free = 4;

    /// <summary>Wrong passwords older than this no longer count.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromHours(24);

    static readonly int[] minutes = [1, 5, 15, 60];

    public required long Failures { get; init; }
    public required DateTimeOffset LastAt { get; init; }
    public DateTimeOffset? LockedUntil { get; init; }

    public static Lockout None { get; } = new() { Failures = 0, LastAt = DateTimeOffset.MinValue };

    public bool Locks(DateTimeOffset now) => now < LockedUntil;

    public Lockout AfterFailure(DateTimeOffset now)
    {
        var failures = now - LastAt > Remembered ? 1 : Failures + 1;
        return new()
        {
            Failures = failures, LastAt = now,
            LockedUntil = failures <= Free ? null : now.AddMinutes(minutes[Math.Min(failures - Free, minutes.Length) - 1]),
        };
    }
}
