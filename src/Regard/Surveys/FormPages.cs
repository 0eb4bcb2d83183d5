namespace Regard.Surveys;

/// <summary>The way through a form: pages on which nothing is shown are passed over.</summary>
public static class FormPages
{
    public static IReadOnlyList<int> Shown(FormDocument document, Answers answers)
    {
        var shown = AnswerRules.Shown(document, answers);
        return [.. document.Pages.Index().Where(p => p.Item.Items.Any(i => shown.Contains(i))).Select(p => p.Index)];
    }

    /// <summary>Null when the form ends there.</summary>
    public static int? After(FormDocument document, Answers answers, int page) => Shown(document, answers).Where(p => p > page).Cast<int?>().FirstOrDefault();
    public static int? Before(FormDocument document, Answers answers, int page) => Shown(document, answers).Where(p => p < page).Cast<int?>().LastOrDefault();
}
