using Regard.Surveys;
namespace Regard.Measures;

/// <summary>A feature that a form asks two questions of: what if it were there, and what if it were not.</summary>
/// <param name="Title">Of the first question.</param>
public sealed record KanoQuestion(string Key, Text Title)
{
    public const string With = "_f", Without = "_d";
    /// <summary>Keys of the options from liking to disliking.</summary>
    static readonly string[] answers = ["1", "2", "3", "4", "5"];

    /// <summary>Two single choices whose keys end in _f and _d, with options 1 to 5.</summary>
    internal static IReadOnlyList<KanoQuestion> Of(FormDocument form)
    {
        var choices = form.Items.OfType<SingleItem>().Where(i => i.Options.Select(o => o.Key).Order(StringComparer.Ordinal).SequenceEqual(answers)).ToDictionary(i => i.Key);
        return [.. choices.Values.Where(i => i.Key.EndsWith(With, StringComparison.Ordinal) && choices.ContainsKey(i.Key[..^With.Length] + Without)).Select(i => new KanoQuestion(i.Key[..^With.Length], i.Title))];
    }

    /// <summary>Both answers of a respondent, 1 to 5; null when one is missing.</summary>
    internal (int With, int Without)? Read(Answers said) => One(said, Key + With) is { } with && One(said, Key + Without) is { } without ? (with, without) : null;

    static int? One(Answers said, string key) => said.Find(key)?.Said is { Length: 1 } one && one[0] is >= '1' and <= '5' ? one[0] - '0' : null;
}
