using System.Text.Json.Serialization;
namespace Regard.Surveys;

/// <summary>What an answer tells of the customer, beside how good the service was.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Trait>))]
public enum Trait
{
    /// <summary>How far the customer took part in the service: of a choice, options from low to high.</summary>
    Participation,
    HadProblem, ToldUs,
    /// <summary>How grave the problem was; a high answer is grave.</summary>
    Severity,
    /// <summary>What the matter cost the customer, in the currency.</summary>
    Price,
    /// <summary>Age, income and the like.</summary>
    Circumstances,
    /// <summary>High: hard to change.</summary>
    SwitchingCost,
    /// <summary>High: the prices seem fair.</summary>
    PricePerception,
    Image,
    /// <summary>High: comes out of habit.</summary>
    Habit,
    /// <summary>Per cent of what the customer spends on such things, 0 to 100.</summary>
    ShareOfWallet,
    /// <summary>Whether we are the first choice.</summary>
    FirstChoice,
}

public static class Traits
{
    /// <summary>Key of the option that means yes.</summary>
    public const string Yes = "yes";

    /// <summary>What the answers to a question of this kind can tell.</summary>
    public static IReadOnlyList<Trait> For(Item item) => item switch
    {
        SingleItem => [Trait.Participation, Trait.HadProblem, Trait.ToldUs, Trait.FirstChoice, Trait.Circumstances],
        RatingItem => [Trait.Participation, Trait.Severity, Trait.SwitchingCost, Trait.PricePerception, Trait.Image, Trait.Habit],
        NumberItem => [Trait.Price, Trait.ShareOfWallet],
        _ => [],
    };

    public static bool IsYes(string? key) => string.Equals(key, Yes, StringComparison.OrdinalIgnoreCase);

    internal static bool IsYesOrNo(this Trait trait) => trait is Trait.HadProblem or Trait.ToldUs or Trait.FirstChoice;
}
