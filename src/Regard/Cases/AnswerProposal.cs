namespace Regard.Cases;

/// <summary>What the customer said to our proposal, and how.</summary>
public sealed record AnswerProposal(long Number, bool Accepted, CaseChannel Channel, string? Words = null) : Change<Done>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => $"{Number} {(Accepted ? "accepted" : "declined")}";
    internal override IEnumerable<Problem> Check() => CaseTexts.Optional(nameof(Words), Words);

    internal override async Task<Done> Run(Session s)
    {
        var c = await CaseStore.InHand(s, Number);
        await CaseStore.Change(s, c, await Noted(s, c, Accepted, Channel, CaseTexts.Plain(Words)));
        return default;
    }

    /// <summary>The customer has answered, so nobody waits for the customer any more.</summary>
    internal static async Task<Case> Noted(Session s, Case c, bool accepted, CaseChannel channel, string? words)
    {
        if (await CaseProposals.Last(s, c) is not { AnsweredAt: null } proposal) throw new Refused("There is no proposal that waits for an answer.");
        await s.Write("update case_proposals set is_accepted = @accepted, channel = @channel, answer = @words, answered_at = @Now, noted_by = @Person where customer_id = @CustomerId and case_id = @Id and number = @Number",
            new { accepted, channel = channel.ToString(), words, s.Now, s.Caller.Person, c.CustomerId, c.Id, proposal.Number });
        return await CasePauses.End(s, c);
    }
}
