using System.Text;
namespace Regard.Benchmarks.Cases;

/// <summary>What customers say, in Chinese and English, with words of which it is known how often they come.</summary>
sealed class CaseSayings(Random chance)
{
    const int Vocabulary = 3000, ChineseWords = 12, EnglishWords = 16;

    /// <summary>Share of the cases in which each word comes.</summary>
    public static IReadOnlyList<(string Word, double Share)> Marked { get; } = [("等待", 0.1), ("退款", 0.01), ("漏油", 0.0002), ("waiting", 0.1), ("refund", 0.01), ("leaking", 0.0002)];

    static readonly string[] chinese = Words(1, draw => $"{(char)(0x4E00 + draw.Next(2500))}{(char)(0x4E00 + draw.Next(2500))}");
    static readonly string[] english = Words(2, draw => string.Concat(Enumerable.Range(0, draw.Next(2, 5)).Select(_ => $"{"bcdfgklmnprstv"[draw.Next(14)]}{"aeiou"[draw.Next(5)]}")));

    public string Next()
    {
        var (isChinese, said) = (chance.Next(2) == 0, new StringBuilder());
        for (var i = isChinese ? ChineseWords : EnglishWords; i > 0; i--) said.Append(isChinese ? Common(chinese) : Common(english)).Append(isChinese ? i % 4 == 0 ? "，" : "" : " ");
        foreach (var (word, share) in Marked) if (chance.NextDouble() < share) said.Append(isChinese ? "，" : " ").Append(word);
        return said.ToString();
    }

    // The commonest words make up most of what is said.
    string Common(string[] words) => words[(int)(Math.Pow(chance.NextDouble(), 3) * words.Length)];

    static string[] Words(int seed, Func<Random, string> word)
    {
        var draw = new Random(seed);
        return [.. Enumerable.Range(0, Vocabulary).Select(_ => word(draw))];
    }
}
