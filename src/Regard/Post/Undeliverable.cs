namespace Regard.Post;

/// <summary>A try that failed. Lasting when another one would fail too.</summary>
sealed class Undeliverable(Words words, bool lasting = false, Exception? inner = null) : Exception(words.ToString(), inner)
{
    public Words Words => words;
    public bool Lasting => lasting;
    /// <summary>The fault is the message's own: its channel is well, and the next message may go through.</summary>
    public bool OfMessage { get; init; }
}
