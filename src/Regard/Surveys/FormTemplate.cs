namespace Regard.Surveys;

/// <summary>Forms to start from.</summary>
public static class FormTemplate
{
    public const string Empty = "empty", Short = "short", Rater = "rater", Journey = "journey", AfterCase = "after-case", Mirror = "mirror", Dissatisfaction = "dissatisfaction", Kano = "kano", Lost = "lost", Staff = "staff", Leadership = "leadership", Value = "value";
    /// <summary>By which somebody visits.</summary>
    public const string Reception = "reception", Hygiene = "hygiene", Appearance = "appearance", Hardware = "hardware", CallCheck = "call-check", SelfAudit = "self-audit";

    public static IReadOnlyList<string> All { get; } = [Rater, Journey, Short, Mirror, Dissatisfaction, Value, Kano, Lost, Staff, Leadership, AfterCase, Reception, Hygiene, Appearance, Hardware, CallCheck, SelfAudit, Empty];

    public static Words Said(string template) => Words.Of(template switch
    {
        Rater => "RATER: expected, perceived and importance, about four minutes",
        Short => "Short: ten perceived ratings and the recommendation, about two minutes",
        Journey => "Journey: five stages from booking to handing over, about three minutes",
        Mirror => "Mirror: managers or employees say what they believe customers expect and get",
        Dissatisfaction => "Dissatisfaction: what went wrong, how grave it was, and why nobody was told",
        Value => "Delivered value: four benefits, four costs and whether it was worth it, about one minute",
        Kano => "Kano: pairs of questions on eight features, with them and without",
        Lost => "Lost customers: why they left and what would bring them back",
        Staff => "Employees: work, team and staying",
        Leadership => "Leadership: vision, trust, love of the work and honesty of a superior",
        AfterCase => "After a complaint: process, outcome, treatment and what it cost the customer, about one minute",
        Reception => "Visit: reception in nine steps, as a customer meets it",
        Hygiene => "Visit: hygiene of showroom, lounge, workshop and office",
        Appearance => "Visit: appearance, manners, attitude, knowledge and conduct of staff",
        Hardware => "Visit: premises and equipment, what is broken becomes a ticket",
        CallCheck => "Visit: a telephone call, listened to for care and empathy",
        SelfAudit => "Self-audit: six mistakes that hurt customers",
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
