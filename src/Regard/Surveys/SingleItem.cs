namespace Regard.Surveys;

/// <summary>One of several choices.</summary>
public sealed record SingleItem : Item
{
    public IReadOnlyList<Choice> Options { get; init; } = [];
    /// <summary>Its answer is the segment that the response is counted in.</summary>
    public bool Segment { get; init; }
}

/// <summary>Any number of several choices.</summary>
public sealed record MultipleItem : Item
{
    public IReadOnlyList<Choice> Options { get; init; } = [];
}

public sealed record Choice : Kept
{
    public string Key { get; init; } = "";
    public Text Title { get; init; } = new();
}
