namespace Regard.Surveys;

/// <summary>A response sent in by a program, such as a till or another survey tool.</summary>
/// <param name="Key">A random UUID made by the sender: sent again with the same key, the response is acknowledged again and counted once.</param>
public sealed record SubmitResponse(Id<Wave> WaveId, Guid Key, string UnitCode) : Submission
{
    public string? Segment { get; init; }
    /// <summary>How many customers this one stands for in the sample's design.</summary>
    public double Weight { get; init; } = 1;

    internal override Permission Needs => Permission.DoFieldwork;
    internal override string? Subject => WaveId.ToString();
    internal override Id<Customers.Customer>? Customer => new(Key);
    internal override string? FormKey => WaveId.ToString();
    internal override Task<AnsweringForm> Form(Session s) => ShowAnsweringForm.Of(s, WaveId);

    internal override IEnumerable<Problem> Check()
    {
        if (Key == Guid.Empty) yield return new("Key", "Send a random UUID as the key of the response.");
        if (!ResponseRules.IsWeight(Weight)) yield return new("Weight", "A weight is a number above 0, at most 1,000,000.");
        if (Segment?.Length > ResponseRules.LongestSegment) yield return new("Segment", "At most {0} characters.", ResponseRules.LongestSegment);
    }

    internal override Accepted Accept(Checked submission, BatchFacts facts)
    {
        var wave = facts.Wave(submission.Form);
        var unit = facts.UnitInCare(submission.Caller, wave, UnitCode);
        return new() { CustomerId = new(Key), Id = Key, UnitId = unit.Id, Channel = ResponseChannel.Program, Segment = submission.Answers.Segment ?? Segment ?? "", Weight = Weight };
    }
}
