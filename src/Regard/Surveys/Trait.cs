using System.Text.Json.Serialization;
namespace Regard.Surveys;

/// <summary>What an answer tells of the customer, or of a leader, beside how good the service was.</summary>
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
    /// <summary>What one's leader is like, told by those who are led; several questions may tell one of these four.</summary>
    LeaderVision, LeaderTrust, LeaderLoveOfWork, LeaderHonesty,
}

public static class Traits
{
    /// <summary>Key of the option that means yes.</summary>
    public const string Yes = "yes";

    /// <summary>What the answers to a question of this kind can tell.</summary>
    public static IReadOnlyList<Trait> For(Item item) => item switch
    {
        SingleItem => [Trait.Participation, Trait.HadProblem, Trait.ToldUs, Trait.FirstChoice, Trait.Circumstances],
        RatingItem => [Trait.Participation, Trait.Severity, Trait.SwitchingCost, Trait.PricePerception, Trait.Image, Trait.Habit, .. OfLeaders],
        NumberItem => [Trait.Price, Trait.ShareOfWallet],
        _ => [],
    };

    /// <summary>The four traits of who leads for service.</summary>
    public static IReadOnlyList<Trait> OfLeaders { get; } = [Trait.LeaderVision, Trait.LeaderTrust, Trait.LeaderLoveOfWork, Trait.LeaderHonesty];

    /// <summary>A form in which employees tell what their leader is like.</summary>
    public static bool IsAboutLeaders(this FormDocument form) => form.Items.Any(i => i.Tells is { } trait && OfLeaders.Contains(trait));

    /// <summary>The same of the column "document", where thousands are not to be read.</summary>
    internal const string AboutLeaders = "document like '%\"tells\":\"Leader%'";

    public static bool IsYes(string? key) => string.Equals(key, Yes, StringComparison.OrdinalIgnoreCase);

    internal static bool IsYesOrNo(this Trait trait) => trait is Trait.HadProblem or Trait.ToldUs or Trait.FirstChoice;
}
