using MathNet.Numerics.Distributions;
using Regard.Surveys;
namespace Regard.Demo;

/// <summary>What the demo's employees say of who leads their store: some leaders are trusted far less than others; in one store too few say anything.</summary>
public static class DemoLeadership
{
    public const int Raters = 8, FewRaters = 4, StoreOfFew = 7;
    public static IReadOnlySet<int> LittleTrusted { get; } = new HashSet<int> { 2, 10, 19 };
    /// <summary>On a scale from 1 to 5.</summary>
    public const double Usual = 4.0, LittleTrust = 2.2;
    const double Spread = 0.7;

    static readonly (string Key, Trait Trait)[] asked =
    [
        ("vision", Trait.LeaderVision), ("trust", Trait.LeaderTrust), ("love", Trait.LeaderLoveOfWork), ("honest", Trait.LeaderHonesty),
    ];

    public static int InStore(int store) => store == StoreOfFew ? FewRaters : Raters;

    internal static IEnumerable<(string Key, string Answer)> Draw(int store, Random chance) =>
        from trait in asked
        from number in new[] { 1, 2 }
        let level = trait.Trait == Trait.LeaderTrust && LittleTrusted.Contains(store) ? LittleTrust : Usual
        select ($"{trait.Key}{number}", $"{Math.Clamp((int)Math.Round(Normal.Sample(chance, level, Spread)), 1, 5)}");
}
