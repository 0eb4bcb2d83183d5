using System.Text.Json.Serialization;
namespace Regard.Surveys;

/// <summary>Something asked.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RatingItem), "rating")]
[JsonDerivedType(typeof(BatteryItem), "battery")]
[JsonDerivedType(typeof(NpsItem), "nps")]
[JsonDerivedType(typeof(SingleItem), "single")]
[JsonDerivedType(typeof(MultipleItem), "multiple")]
[JsonDerivedType(typeof(TextItem), "text")]
[JsonDerivedType(typeof(NumberItem), "number")]
[JsonDerivedType(typeof(CheckItem), "check")]
public abstract record Item : Kept
{
    /// <summary>Names the item in files and conditions: a letter, then letters, digits and underscores.</summary>
    public string Key { get; init; } = "";
    public Text Title { get; init; } = new();
    public Text? Help { get; init; }
    public bool Required { get; init; }
    public ShowIf? ShowIf { get; init; }
    /// <summary>What the answer tells of the customer; null when it tells of the service alone.</summary>
    public Trait? Tells { get; init; }

    /// <summary>Code of the standard that what it shows is held against.</summary>
    internal virtual string? HeldAgainst => null;

    /// <summary>The ratings it gives, in order; none for choices, texts and numbers.</summary>
    internal virtual IEnumerable<Slot> Slots => [];

    /// <summary>The keys under which its answers stand in <see cref="Answers"/>.</summary>
    [JsonIgnore] public virtual IEnumerable<string> AnswerKeys => [Key];
}
