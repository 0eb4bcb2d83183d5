namespace Regard.Surveys;

/// <summary>How likely they are to recommend us, 0 to 10.</summary>
public sealed record NpsItem : Item
{
    public static Scale Scale { get; } = new() { From = 0, To = 10 };

    /// <summary>What 0 and 10 stand for; the product's own words when empty.</summary>
    public Text? Low { get; init; }
    public Text? High { get; init; }

    internal override IEnumerable<Slot> Slots => [new() { Key = Key, ItemKey = Key, Part = Part.Recommendation, From = Scale.From, To = Scale.To }];
}
