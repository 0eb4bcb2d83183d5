namespace Regard.Surveys;

/// <summary>A customer's answers by a personal link.</summary>
public sealed record SubmitByLink(string Token) : Submission
{
    internal override Permission Needs => Permission.Public;
    internal PersonalLink? Link { get; } = PersonalLink.Parse(Token);

    internal override Id<Customers.Customer>? Customer => Link?.CustomerId;

    internal override async Task<AnsweringForm> Form(Session s) => await ShowAnsweringForm.Of(s, (await RespondentStore.Invitation(s, Token)).WaveId);

    internal override Accepted Accept(Checked submission, BatchFacts facts)
    {
        if (Link is null || !facts.Invitations.TryGetValue((Link.CustomerId, Link.InvitationId.Value), out var invitation) || !Link.Fits(invitation.SecretHash)) throw RespondentStore.NoSuchLink;
        return new()
        {
            CustomerId = invitation.CustomerId, Id = invitation.Id.Value, UnitId = invitation.UnitId,
            Channel = ResponseChannel.PersonalLink, Segment = submission.Answers.Segment ?? invitation.Segment,
        };
    }
}
