namespace Regard.Surveys;

/// <summary>A personal link was followed for the first time.</summary>
public sealed record NoteLinkOpened(string Token) : Change<Done>
{
    internal override Permission Needs => Permission.Public;
    internal override bool Audited => false;

    internal override async Task<Done> Run(Session s)
    {
        var invitation = await RespondentStore.Invitation(s, Token);
        await s.Write("update invitations set opened_at = @Now where customer_id = @CustomerId and id = @Id and opened_at is null", new { s.Now, invitation.CustomerId, invitation.Id });
        return default;
    }
}
