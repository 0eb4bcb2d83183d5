using Regard.Customers;
namespace Regard.Surveys;

static class RespondentStore
{
    public static NotFound NoSuchLink => new("This link leads nowhere. Please check that the whole of it was copied.");

    public static async Task<Invitation> Invitation(Session s, string token)
    {
        if (PersonalLink.Parse(token) is not { } link) throw NoSuchLink;
        var invitation = await s.Maybe<Invitation>("""
            select customer_id, id, wave_id, unit_id, segment, secret_hash, linked_at, opened_at, submitted_at from invitations
            where customer_id = @CustomerId and id = @InvitationId
            """, new { link.CustomerId, link.InvitationId });
        return link.Fits(invitation?.SecretHash) ? invitation! : throw NoSuchLink;
    }

    public static async Task<Wave> WaveOf(Session s, string openLink) =>
        await s.Maybe<Wave>($"select {WaveStore.Columns} from waves where open_link = @openLink", new { openLink }) ?? throw NoSuchLink;

    public static Task<AnswerDraft?> Draft(Session s, Id<Customer> customer, Guid id) => s.Maybe<AnswerDraft>("""
        select page, language_tag, answers, started_at from answer_drafts where customer_id = @customer and id = @id
        """, new { customer, id = new Id<Response>(id) });
}
