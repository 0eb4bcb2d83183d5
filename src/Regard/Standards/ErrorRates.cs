using System.Text.RegularExpressions;
namespace Regard.Standards;

/// <summary>Finds in a sentence that it lets some of the customers be served badly: a share, or a number of errors.</summary>
/// <remarks>All of them, and none of them, are no error rates: 100 %, 0 %, 百分之百, no more than 0 errors.</remarks>
public static partial class ErrorRates
{
    const string Error = "(?:errors?|mistakes?|faults?|failures?|defects?|complaints?|misses|slips?|reworks?|cases|customers)";
    const string Flaw = "(?:差错|差錯|错误|錯誤|失误|失誤|投诉|投訴|出错|出錯|故障|缺陷|返修|返工|遗漏|遺漏|不合格|误差|誤差|例外)";
    const string Many = "[一二三四五六七八九十百千万萬两兩几幾]";

    [GeneratedRegex(@"(?<![\d.])(?!(?:100|0)(?:\.0+)?\s*[%％])\d+(?:\.\d+)?\s*[%％‰]", RegexOptions.IgnoreCase)] private static partial Regex Percent { get; }
    [GeneratedRegex(@"\b(?!(?:100|0|hundred|zero)\s)[\w.]+\s+per\s?(?:cent|mille)\b", RegexOptions.IgnoreCase)] private static partial Regex PerCent { get; }
    [GeneratedRegex(@"百分之(?!百|零(?![点點])|100|0(?![\d.]))[\d.零点點一二三四五六七八九十]+|千分之[\d.一二三四五六七八九十]+|(?:[一二三四五六七八九]|\d)成(?:半|以上|以下|左右)?(?:的|客|顾|顧|车|車|以|$)")] private static partial Regex Parts { get; }
    [GeneratedRegex(@"\b(?:at most|no more than|not more than|up to|fewer than|less than|under|below|maximum of|max\.?)\s+(?!0\b|zero\b)(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|a few|some)\s+(?:\w+\s+){0,2}?" + Error + @"\b", RegexOptions.IgnoreCase)] private static partial Regex AtMost { get; }
    [GeneratedRegex(@"(?:[≤<]|<=)\s*(?!0\b)\d+(?:\.\d+)?\s*(?:\w+\s+){0,2}?(?:" + Error + @"\b|[次个個件宗]?\s*" + Flaw + ")", RegexOptions.IgnoreCase)] private static partial Regex Sign { get; }
    [GeneratedRegex(@"\b(?:error|failure|defect|fault|complaint|rework)\s+(?:rate|share|ratio)\b|\b(?:\d+|nine|eight|nineteen)\s+(?:out of|in)\s+(?:\d+|ten|twenty|a hundred|every \w+)\b(?!\s*(?:minutes?|hours?|days?|seconds?))", RegexOptions.IgnoreCase)] private static partial Regex Rate { get; }
    [GeneratedRegex(@"(?:最多|至多|不超过|不超過|不多于|不多於|少于|少於|低于|低於|允许|允許|容许|容許|可以有)[^。；;，,]{0,8}?(?:(?!0)\d+|" + Many + ")[次个個件宗回项項起台輛辆位]?[^。；;，,]{0,4}?" + Flaw)] private static partial Regex Most { get; }
    [GeneratedRegex("(?:允许|允許|容许|容許)[^。；;，,]{0,6}?" + Flaw + "|(?:差错|差錯|错误|錯誤|出错|出錯|投诉|投訴|返修|返工|不合格|故障|合格|达标|達標|准时|準時|准点|準點)率")] private static partial Regex Share { get; }

    /// <summary>The words that allow it; null when nothing does.</summary>
    public static string? Find(string sentence)
    {
        foreach (var pattern in new[] { Percent, PerCent, Parts, AtMost, Sign, Rate, Most, Share })
            if (pattern.Match(sentence) is { Success: true } found) return found.Value.Trim();
        return null;
    }
}
