namespace Regard.Surveys;

/// <summary>Forms to start from.</summary>
public static class FormTemplate
{
    public const string Empty = "empty", Short = "short", Rater = "rater";

    public static IReadOnlyList<string> All { get; } = [Rater, Short, Empty];

    public static Words Said(string template) => Words.Of(template switch
    {
        Rater => "RATER: expected, perceived and importance, about four minutes",
        Short => "Short: ten perceived ratings and the recommendation, about two minutes",
        _ => "Empty",
    });

    public static FormDocument Read(string template)
    {
        using var stream = typeof(FormTemplate).Assembly.GetManifestResourceStream($"Regard.Surveys.Templates.{template}.json")!;
        using var reader = new StreamReader(stream);
        return FormJson.Read(reader.ReadToEnd());
    }
}
