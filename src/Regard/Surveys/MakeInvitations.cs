using Regard.Customers;
using Regard.Organisation;
namespace Regard.Surveys;

/// <summary>Makes a personal link for everybody in the sample who has none yet. The links are told once, here; only hashes are kept.</summary>
public sealed record MakeInvitations(Id<Wave> WaveId) : Change<IReadOnlyList<InvitationLink>>
{
    internal override Permission Needs => Permission.DoFieldwork;
    internal override string? Subject => WaveId.ToString();

    internal override async Task<IReadOnlyList<InvitationLink>> Run(Session s)
    {
        var wave = await s.Wave(WaveId);
        if (wave.ClosedAt is not null) throw new Refused("This wave is closed already.");
        await s.LockResponses(WaveId);
        var tree = await UnitStore.Tree(s, wave.TreeDay);
        var care = tree.InCare(s.Caller, Permission.DoFieldwork);
        var without = (await s.Many<Sampled>("""
            select i.customer_id, i.id, i.unit_id, i.segment, c.external_id, c.name, c.email, c.phone, c.language_tag
            from invitations i join customers c on c.customer_id = i.customer_id
            where i.wave_id = @WaveId and i.linked_at is null
            order by c.external_id
            """, new { WaveId })).Where(i => care.Contains(i.UnitId)).Select(i => (Whom: i, Link: PersonalLink.New(i.CustomerId, i.Id))).ToList();
        await s.Write("update invitations set secret_hash = @SecretHash, linked_at = @Now where customer_id = @CustomerId and id = @Id",
            without.Select(w => new { w.Whom.CustomerId, w.Whom.Id, w.Link.SecretHash, s.Now }));
        return [.. without.Select(w => new InvitationLink
        {
            Token = w.Link.ToString(), ExternalId = w.Whom.ExternalId, Name = w.Whom.Name, Email = w.Whom.Email, Phone = w.Whom.Phone,
            LanguageTag = w.Whom.LanguageTag, UnitCode = tree.Find(w.Whom.UnitId)!.Code,
        })];
    }

    sealed record Sampled
    {
        public required Id<Customer> CustomerId { get; init; }
        public required Id<Invitation> Id { get; init; }
        public required Id<Unit> UnitId { get; init; }
        public string? ExternalId { get; init; }
        public string? Name { get; init; }
        public string? Email { get; init; }
        public string? Phone { get; init; }
        public string? LanguageTag { get; init; }
    }
}

/// <summary>One line of the list for sending: the address of the link ends with /r/ and the token.</summary>
public sealed record InvitationLink
{
    public required string Token { get; init; }
    public string? ExternalId { get; init; }
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? LanguageTag { get; init; }
    public required string UnitCode { get; init; }
}
