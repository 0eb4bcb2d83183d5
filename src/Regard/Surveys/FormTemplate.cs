namespace Regard.Surveys;

/// <summary>Forms to start from.</summary>
public static class FormTemplate
{
    public const string Empty = "empty", Short = "short", Rater = "rater", AfterCase = "after-case";

    public static IReadOnlyList<string> All { get; } = [Rater, Short, AfterCase, Empty];

    public static Words Said(string template) => Words.Of(template switch
    {
        Rater => "RATER: expected, perceived and importance, about four minutes",
        Short => "Short: ten perceived ratings and the recommendation, about two minutes",
        AfterCase => "After a complaint: process, outcome, treatment and what it cost the customer, about one minute",
        _ => "Empty",
    });

    public static FormDocument Read(string template)
    {
        using var stream = typeof(FormTemplate).Assembly.GetManifestResourceStream($"Regard.Surveys.Templates.{template}.json")!;
        using var reader = new StreamReader(stream);
        return FormJson.Read(reader.ReadToEnd());
    }
}
