namespace Regard.Surveys;

static class ResponseColumns
{
    /// <summary>In the order in which single responses and imports write them.</summary>
    public static string[] All { get; } = ["customer_id", "id", "wave_id", "number", "unit_id", "segment", "channel", "language_tag", "ratings", "answers", "weight", "has_text", "started_at", "submitted_at"];
}
