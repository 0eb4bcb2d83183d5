namespace Regard.Surveys;

/// <summary>Forms to start from.</summary>
public static class FormTemplate
{
    public const string Empty = "empty", Short = "short", Rater = "rater", AfterCase = "after-case", Mirror = "mirror";

    public static IReadOnlyList<string> All { get; } = [Rater, Short, Mirror, AfterCase, Empty];

    public static Words Said(string template) => Words.Of(template switch
    {
        Rater => "RATER: expected, perceived and importance, about four minutes",
        Short => "Short: ten perceived ratings and the recommendation, about two minutes",
        Mirror => "Mirror: managers or employees say what they believe customers expect and get",
        AfterCase => "After a complaint: process, outcome, treatment and what it cost the customer, about one minute",
        _ => "Empty",
    });

    public static FormDocument Read(string template)
    {
        if (template == Mirror) return MirrorForm.Of(Read(Rater));
        using var stream = typeof(FormTemplate).Assembly.GetManifestResourceStream($"Regard.Surveys.Templates.{template}.json")!;
        using var reader = new StreamReader(stream);
        return FormJson.Read(reader.ReadToEnd());
    }
}
