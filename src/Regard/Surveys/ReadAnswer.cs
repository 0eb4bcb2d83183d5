using Regard.Customers;
using Regard.Organisation;
namespace Regard.Surveys;

/// <summary>All that one respondent answered, for those who may read what respondents of the unit wrote.</summary>
public sealed record ReadAnswer(Id<Customer> CustomerId, Id<Response> Id) : Question<AnswerRead>
{
    internal override Permission Needs => Permission.SeeComments;

    internal override async Task<AnswerRead> Run(Session s)
    {
        var missing = Words.Of("There is no such answer.");
        var row = await s.One<Row>("select wave_id, unit_id, language_tag, ratings, answers, submitted_at from responses where customer_id = @CustomerId and id = @Id", new { CustomerId, Id }, missing);
        var wave = await s.Wave(row.WaveId);
        if (!(await UnitStore.Tree(s, wave.TreeDay)).InCare(s.Caller, Needs).Contains(row.UnitId)) throw new NotFound(missing);
        var form = await FormStore.Version(s, wave.FormVersionId);
        var answers = PackedAnswers.Unpack(form.Document, row.Ratings, row.Answers);
        return new()
        {
            Wave = wave.Name, UnitId = row.UnitId, SubmittedAt = row.SubmittedAt, Language = Languages.FromTag(row.LanguageTag) ?? Language.English, Document = form.Document, Answers = answers,
            Score = OverallScore.OrRecommendation(form.Slots, row.Ratings),
            Comments = [.. form.Document.Items.OfType<TextItem>().Select(i => answers.Find(i.Key)?.Said).OfType<string>().Where(t => !string.IsNullOrWhiteSpace(t))],
        };
    }

    sealed record Row
    {
        public required Id<Wave> WaveId { get; init; }
        public required Id<Unit> UnitId { get; init; }
        public required string LanguageTag { get; init; }
        public required byte[] Ratings { get; init; }
        public string? Answers { get; init; }
        public required DateTimeOffset SubmittedAt { get; init; }
    }
}

public sealed record AnswerRead
{
    public required string Wave { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }
    public required Language Language { get; init; }
    public required FormDocument Document { get; init; }
    public required Answers Answers { get; init; }
    /// <summary>All in all, 0 to 100; null when it was not asked.</summary>
    public double? Score { get; init; }
    /// <summary>Whatever the respondent wrote in words of their own.</summary>
    public required IReadOnlyList<string> Comments { get; init; }
}
