namespace Regard.Post;

/// <summary>When a message that could not be sent is tried again: each wait twice the one before, and no two messages in step.</summary>
static class Backoff
{
    /// <summary>Refused so often for the moment only, in about 13 hours, a message is given up.</summary>
    public const int Tries = 12;
    /// <summary>A channel that does not work is waited for so long.</summary>
    public static readonly TimeSpan ChannelPatience = TimeSpan.FromDays(3);

    static readonly TimeSpan first = TimeSpan.FromSeconds(30), longest = TimeSpan.FromHours(4), longestOfChannel = TimeSpan.FromMinutes(10);

    /// <param name="tries">Tries so far, from 1.</param>
    /// <param name="chance">0 to 1.</param>
    public static TimeSpan After(long tries, bool ofMessage, double chance)
    {
        var wait = Math.Min(first.TotalSeconds * Math.Pow(2, Math.Min(tries - 1, 30)), (ofMessage ? longest : longestOfChannel).TotalSeconds);
        return TimeSpan.FromSeconds(wait * (0.75 + 0.5 * chance));
    }

    public static bool IsGivenUp(bool lasting, bool ofMessage, long tries, TimeSpan age) =>
        lasting || (ofMessage ? tries >= Tries : age >= ChannelPatience);

    /// <summary>A chance that the message itself carries, so that the same try waits equally long on every node.</summary>
    public static double ChanceOf(Guid message, long tries)
    {
        Span<byte> bytes = stackalloc byte[24];
        message.TryWriteBytes(bytes);
        BitConverter.TryWriteBytes(bytes[16..], tries);
        return BitConverter.ToUInt32(System.Security.Cryptography.SHA256.HashData(bytes)) / (double)uint.MaxValue;
    }
}
