namespace Regard;

/// <summary>What is wrong, in words the person can act on. Field is empty when it concerns the whole.</summary>
public sealed record Problem(string Field, Words Words)
{
    public Problem(string field, string text, params object?[] values) : this(field, Words.Of(text, values)) { }
}

/// <summary>May not be done: by this person (Forbidden), or not in this state of things (otherwise).</summary>
public sealed class Refused(Words words, bool forbidden = false) : Exception(words.ToString())
{
    public Refused(string text, params object?[] values) : this(Words.Of(text, values)) { }
    public Words Words => words;
    public bool Forbidden => forbidden;
}

public sealed class NotFound(Words words) : Exception(words.ToString())
{
    public NotFound(string text, params object?[] values) : this(Words.Of(text, values)) { }
    public Words Words => words;
}

public sealed class Invalid(IReadOnlyList<Problem> problems) : Exception(string.Join(" ", problems.Select(p => p.Words)))
{
    public Invalid(string field, string text, params object?[] values) : this([new Problem(field, text, values)]) { }
    public IReadOnlyList<Problem> Problems => problems;
}
