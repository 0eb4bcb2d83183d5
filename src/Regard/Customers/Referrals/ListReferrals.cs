using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Customers;

/// <summary>The referral programme: promoters who may be invited, the most valuable first, and what came of those who were.</summary>
public sealed record ListReferrals(Id<Unit>? UnitId = null, int Page = 1) : Question<ReferralView>
{
    public const int PageSize = 30;
    const int LeadsShown = 200, Minimum = 10;
    /// <summary>Days for which nobody is invited again.</summary>
    internal const int Rest = 180;

    internal override Permission Needs => Permission.SeeCustomers;

    internal override async Task<ReferralView> Run(Session s)
    {
        var sight = await CustomerSight.Of(s);
        if (UnitId is { } unit && !sight.Sees(unit)) throw new NotFound("There is no such unit in your care.");
        var values = new Dictionary<string, object> { ["promoter"] = ReferralStore.Promoter, ["rested"] = s.Now.AddDays(-Rest), ["size"] = PageSize, ["skip"] = (Math.Max(1, Page) - 1) * PageSize };
        var within = sight.Within(s, "c.unit_id", "units", values, UnitId);
        var promoters = $"from standings g join customers c on c.customer_id = g.customer_id where g.stated_loyalty >= @promoter and g.state <> 'Lost' and c.merged_into is null and {within}";
        var willing = $"{promoters} and exists (select 1 from ({ReferralStore.Willing}) w where w.customer_id = c.customer_id)";
        var rested = $"{willing} and not exists (select 1 from referral_invitations i where i.customer_id = c.customer_id and i.invited_at > @rested)";
        var rows = await s.Many<PromoterRow>($"select c.customer_id, c.number, c.name, c.phone, c.unit_id, g.grade, g.worth, g.stated_loyalty {rested} order by g.worth desc, c.customer_id limit @size offset @skip", values);
        var channels = (await s.Many<WillingRow>($"select w.customer_id, w.channel from ({ReferralStore.Willing}) w where {s.Dialect.Among("w.customer_id", "some")}", new Dictionary<string, object> { ["some"] = s.Dialect.Keys(rows.Select(r => r.CustomerId.Value)) })).ToLookup(r => r.CustomerId, r => r.Channel);
        var leads = await Leads(s, sight, within, values);
        var invited = await s.Value<long>($"select count(distinct i.customer_id) from referral_invitations i join customers c on c.customer_id = i.customer_id where {within}", values);
        var referring = await s.Value<long>($"select count(distinct l.customer_id) from referral_leads l join customers c on c.customer_id = l.customer_id where l.removed_at is null and exists (select 1 from referral_invitations i where i.customer_id = l.customer_id) and {within}", values);
        return new()
        {
            Promoters = await s.Value<long>($"select count(*) {promoters}", values), Willing = await s.Value<long>($"select count(*) {willing}", values), ToInvite = await s.Value<long>($"select count(*) {rested}", values),
            Rows = [.. rows.Select(r => r with { Channels = [.. channels[r.CustomerId]], UnitName = sight.UnitName(r.UnitId), Name = Seen(sight, r.UnitId, r.Name), Phone = Seen(sight, r.UnitId, r.Phone) })],
            Page = Math.Max(1, Page), Invited = invited, Leads = leads.Count, Bought = leads.Count(l => l.FirstPurchase is not null), Shown = [.. leads.Take(LeadsShown)],
            Referring = Wilson.Share(referring, invited).WithholdUnder(Minimum), Buying = Wilson.Share(leads.Count(l => l.FirstPurchase is not null), leads.Count).WithholdUnder(Minimum),
            Currency = await Currency.Of(s), MayEdit = s.Caller.May(Permission.EditCustomers),
        };
    }

    static async Task<List<ReferralLead>> Leads(Session s, CustomerSight sight, string within, Dictionary<string, object> values)
    {
        var rows = await s.Many<LeadRow>($"""
            select l.customer_id, l.id, l.name as lead_name, l.contact, l.noted_at, p.name as noted_by, l.lead_id, c.number, c.name, c.unit_id, coalesce(f.merged_into, f.customer_id) as found_id, f.number as found_number, f.name as found_name, f.unit_id as found_unit
            from referral_leads l join customers c on c.customer_id = l.customer_id left join customers f on f.customer_id = l.lead_id left join people p on p.id = l.noted_by
            where l.removed_at is null and {within} order by l.noted_at desc, l.id
            """, values);
        var bought = await ReferralStore.Bought(s, [.. rows.Where(r => r.FoundId is not null).Select(r => r.FoundId!.Value).Distinct()]);
        return [.. rows.Select(r =>
        {
            var day = DateOnly.FromDateTime(r.NotedAt.UtcDateTime);
            var since = r.FoundId is { } found ? bought.GetValueOrDefault(found)?.Where(b => b.Day >= day).ToList() ?? [] : [];
            return new ReferralLead
            {
                Id = r.Id, Referrer = new() { CustomerId = r.CustomerId, Number = r.Number, Name = Seen(sight, r.UnitId, r.Name), UnitId = r.UnitId }, Name = Seen(sight, r.UnitId, r.LeadName)!, Contact = Seen(sight, r.UnitId, r.Contact), NotedAt = r.NotedAt, NotedBy = r.NotedBy,
                Customer = r.FoundId is { } known ? new() { CustomerId = known, Number = r.FoundNumber!.Value, Name = Seen(sight, r.FoundUnit, r.FoundName), UnitId = r.FoundUnit } : null,
                FirstPurchase = since.Where(b => b.Amount >= 0).Select(b => (DateOnly?)b.Day).Min(), Spent = since.Sum(b => b.Amount),
            };
        })];
    }

    static string? Seen(CustomerSight sight, Id<Unit>? unit, string? text) => sight.SeesNames(unit) ? text : PersonalData.Masked(text);

    sealed record WillingRow
    {
        public required Id<Customer> CustomerId { get; init; }
        public required Channel Channel { get; init; }
    }

    sealed record LeadRow
    {
        public required Id<Customer> CustomerId { get; init; }
        public required Id<ReferralLead> Id { get; init; }
        public required string LeadName { get; init; }
        public string? Contact { get; init; }
        public required DateTimeOffset NotedAt { get; init; }
        public string? NotedBy { get; init; }
        public required long Number { get; init; }
        public string? Name { get; init; }
        public Id<Unit>? UnitId { get; init; }
        public Id<Customer>? FoundId { get; init; }
        public long? FoundNumber { get; init; }
        public string? FoundName { get; init; }
        public Id<Unit>? FoundUnit { get; init; }
    }
}

public sealed record ReferralView
{
    /// <summary>Say 9 or 10 of 10, and are not lost.</summary>
    public required long Promoters { get; init; }
    /// <summary>Of them, agreed to marketing on some channel.</summary>
    public required long Willing { get; init; }
    /// <summary>Of them, not invited of late.</summary>
    public required long ToInvite { get; init; }
    public required IReadOnlyList<PromoterRow> Rows { get; init; }
    public required int Page { get; init; }
    /// <summary>Customers ever invited.</summary>
    public required long Invited { get; init; }
    public required long Leads { get; init; }
    /// <summary>Leads that bought.</summary>
    public required long Bought { get; init; }
    /// <summary>The newest leads.</summary>
    public required IReadOnlyList<ReferralLead> Shown { get; init; }
    /// <summary>Share of those invited who named somebody.</summary>
    public required Estimate Referring { get; init; }
    /// <summary>Share of leads that bought.</summary>
    public required Estimate Buying { get; init; }
    public string? Currency { get; init; }
    public required bool MayEdit { get; init; }
}

/// <summary>A promoter who may be invited.</summary>
public sealed record PromoterRow
{
    public required Id<Customer> CustomerId { get; init; }
    public required long Number { get; init; }
    public string? Name { get; init; }
    public string? Phone { get; init; }
    public Id<Unit>? UnitId { get; init; }
    public string? UnitName { get; init; }
    public required string Grade { get; init; }
    public required double Worth { get; init; }
    public required double StatedLoyalty { get; init; }
    /// <summary>On which the customer agreed to be written to.</summary>
    public IReadOnlyList<Channel> Channels { get; init; } = [];
}
