using System.Globalization;
namespace Regard.Surveys;

/// <summary>Reads answers as they are typed or posted. What does not fit is kept as words, for <see cref="AnswerRules"/> to complain about.</summary>
public static class AnswerReader
{
    /// <summary>What a posted form or a file says for "does not apply".</summary>
    public const string NotApplicable = "na";

    /// <summary>Reads the fields that the form asks for and leaves the others: keys of items and slots, each with the texts posted.</summary>
    public static Answers Read(FormDocument document, Func<string, IReadOnlyList<string>> posted)
    {
        var answers = new Answers();
        foreach (var item in document.Items)
            foreach (var key in item.AnswerKeys)
                if (Read(item, posted(key)) is { } answer) answers[key] = answer;
        return answers;
    }

    /// <summary>Null when nothing was answered.</summary>
    public static Answer? Read(Item item, IReadOnlyList<string> texts)
    {
        var given = texts.Where(t => !string.IsNullOrWhiteSpace(t)).ToList();
        if (given.Count == 0) return null;
        return item switch
        {
            MultipleItem multiple => Answer.Of([.. given.Select(g => KeyOf(multiple.Options, g))]),
            TextItem => Answer.Of(given[0].Trim().ReplaceLineEndings("\n")),
            SingleItem single => Answer.Of(KeyOf(single.Options, given[0])),
            _ when given[0].Trim().Equals(NotApplicable, StringComparison.OrdinalIgnoreCase) => Answer.NotApplicable,
            _ => Number(given[0]) is { } n ? Answer.Of(n) : Answer.Of(given[0].Trim()),
        };
    }

    /// <summary>Files may say the answer's title where a form says its key.</summary>
    static string KeyOf(IReadOnlyList<Choice> options, string text)
    {
        var said = text.Trim();
        return (options.FirstOrDefault(o => o.Key == said) ?? options.FirstOrDefault(o => o.Title.ContainsValue(said)))?.Key ?? said;
    }

    static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var n) ? n : null;
}
