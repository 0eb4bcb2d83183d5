namespace Regard.Surveys;

/// <summary>Answers by the open link of a wave, under a random key that the respondent's page made.</summary>
/// <param name="UnitCode">Which unit it is about, unless the link says so.</param>
public sealed record SubmitByOpenLink(string OpenLink, Guid Key, string? UnitCode = null) : Submission
{
    internal override Permission Needs => Permission.Public;
    internal override Id<Customers.Customer>? Customer => new(Key);
    internal override string? FormKey => OpenLink;
    internal override async Task<AnsweringForm> Form(Session s) => await ShowAnsweringForm.Of(s, (await RespondentStore.WaveOf(s, OpenLink)).Id);

    internal override IEnumerable<Problem> Check()
    {
        if (Key == Guid.Empty) yield return new("Key", "Send a random UUID as the key of the response.");
    }

    internal override Accepted Accept(Checked submission, BatchFacts facts)
    {
        var wave = facts.Wave(submission.Form);
        if (wave.OpenLink != OpenLink) throw RespondentStore.NoSuchLink;
        if (wave.OpenUnitId is null && string.IsNullOrEmpty(UnitCode)) throw new Invalid("UnitCode", "Say which unit this is about.");
        return new()
        {
            CustomerId = new(Key), Id = Key, UnitId = wave.OpenUnitId ?? facts.Unit(wave, UnitCode!).Id,
            Channel = ResponseChannel.OpenLink, Segment = submission.Answers.Segment ?? "",
        };
    }
}
