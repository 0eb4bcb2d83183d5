using Regard.Customers;
using Regard.Organisation;
namespace Regard.Surveys;

/// <summary>Of the next answers to a wave those that customers gave by a link of their own and that say they are not satisfied.</summary>
/// <param name="After">The number of the last answer looked at before.</param>
/// <param name="Most">The highest score, 0 to 100, that counts as low.</param>
public sealed record ReadLowAnswers(Id<Wave> WaveId, long After, double Most) : Question<LowAnswers>
{
    const int AtOnce = 2000;

    internal override Permission Needs => Permission.RunInstallation;

    internal override async Task<LowAnswers> Run(Session s)
    {
        var wave = await s.Wave(WaveId);
        var form = await FormStore.Version(s, wave.FormVersionId);
        var rows = await s.Many<Row>("""
            select customer_id, id, number, unit_id, channel, ratings, submitted_at from responses where wave_id = @WaveId and number > @After order by number limit @AtOnce
            """, new { WaveId, After, AtOnce });
        return new()
        {
            Last = rows.Count > 0 ? rows[^1].Number : After,
            Low = [.. from r in rows
                      where r.Channel == ResponseChannel.PersonalLink
                      let score = OverallScore.OrRecommendation(form.Slots, r.Ratings)
                      where score <= Most
                      select new LowAnswer(r.CustomerId, r.Id, r.UnitId, score.Value, r.SubmittedAt)],
        };
    }

    sealed record Row
    {
        public required Id<Customer> CustomerId { get; init; }
        public required Id<Response> Id { get; init; }
        public required long Number { get; init; }
        public required Id<Unit> UnitId { get; init; }
        public required ResponseChannel Channel { get; init; }
        public required byte[] Ratings { get; init; }
        public required DateTimeOffset SubmittedAt { get; init; }
    }
}

public sealed record LowAnswers
{
    /// <summary>Ask on after this number.</summary>
    public required long Last { get; init; }
    public required IReadOnlyList<LowAnswer> Low { get; init; }
}

/// <param name="Score">0 to 100.</param>
public sealed record LowAnswer(Id<Customer> CustomerId, Id<Response> Id, Id<Unit> UnitId, double Score, DateTimeOffset SubmittedAt);
