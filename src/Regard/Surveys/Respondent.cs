using Regard.Customers;
using Regard.Organisation;
namespace Regard.Surveys;

/// <summary>Somebody who answers: by a personal link, or by a wave's open link under a random key that their browser keeps.</summary>
public sealed record Respondent
{
    public string? Token { get; private init; }
    public string? OpenLink { get; private init; }
    public Guid Key { get; private init; }
    /// <summary>The unit that the open link's address names, or that the respondent chose.</summary>
    public string? UnitCode { get; private init; }

    public static Respondent ByLink(string token) => new() { Token = token };
    public static Respondent ByOpenLink(string link, Guid key, string? unitCode = null) => new() { OpenLink = link, Key = key, UnitCode = unitCode };

    /// <summary>All their answers at once, as what is sent in.</summary>
    public Submission Submit(Answers answers, Language language, DateTimeOffset? startedAt) => Token is { } token
        ? new SubmitByLink(token) { Answers = answers, Language = language, StartedAt = startedAt }
        : new SubmitByOpenLink(OpenLink!, Key, UnitCode) { Answers = answers, Language = language, StartedAt = startedAt };

    internal async Task<Place> Find(Session s)
    {
        if (Token is { } token)
        {
            var invitation = await RespondentStore.Invitation(s, token);
            return new(await s.Wave(invitation.WaveId), invitation.CustomerId, invitation.Id.Value, invitation);
        }
        return new(await RespondentStore.WaveOf(s, OpenLink!), new(Key), Key, null);
    }

    internal sealed record Place(Wave Wave, Id<Customer> CustomerId, Guid Id, Invitation? Invitation);
}
