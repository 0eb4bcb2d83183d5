namespace Regard.Surveys;

/// <summary>Something that was done, was not done, or does not apply.</summary>
public sealed record CheckItem : Item
{
    public const int Done = 1, NotDone = 0;

    /// <summary>Code of the indicator that it shows the delivery of; none where it is a matter of the house alone.</summary>
    public string? Indicator { get; init; }
    /// <summary>Code of the standard that demands it.</summary>
    public string? Standard { get; init; }
    /// <summary>Whoever looks has to show what was not done.</summary>
    public bool PhotoWhenFailed { get; init; }

    internal override string? HeldAgainst => Standard;

    internal override IEnumerable<Slot> Slots => [new() { Key = Key, ItemKey = Key, Indicator = Indicator, Part = Part.Delivered, From = NotDone, To = Done, NotApplicable = true }];
}
