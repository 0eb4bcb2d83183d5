namespace Regard.Surveys;

/// <summary>One statement or question, answered on a scale.</summary>
public sealed record RatingItem : Item
{
    public Scale Scale { get; init; } = new();
    /// <summary>Code of the indicator or dimension that it measures.</summary>
    public string? Indicator { get; init; }
    public Part Part { get; init; }
    /// <summary>Code of the standard that demands it, where it shows what was delivered.</summary>
    public string? Standard { get; init; }
    /// <summary>Worded the other way round: the low end of the scale is the good one.</summary>
    public bool Reversed { get; init; }
    /// <summary>Offers "does not apply".</summary>
    public bool NotApplicable { get; init; }

    internal override string? HeldAgainst => Standard;

    internal override IEnumerable<Slot> Slots =>
        [new() { Key = Key, ItemKey = Key, Indicator = Indicator, Part = Part, From = Scale.From, To = Scale.To, Reversed = Reversed, NotApplicable = NotApplicable }];
}
