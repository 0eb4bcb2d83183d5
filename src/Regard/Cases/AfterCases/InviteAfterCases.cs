using System.Globalization;
using Regard.Customers;
using Regard.Organisation;
using Regard.Post;
using Regard.Post.Templates;
using Regard.Surveys;
namespace Regard.Cases;

/// <summary>Asks customers, some days after their complaint was closed, how it was handled: each case once. Tells how many cases it decided on.</summary>
/// <param name="Rest">Does nothing when it was done so lately.</param>
public sealed record InviteAfterCases(TimeSpan Rest = default) : Change<int>
{
    /// <summary>Days after the closing; and not later than.</summary>
    const int After = 2, TooLate = 14;
    const int AtOnce = 200;
    const string DoneAt = "after-cases-invited";

    internal override Permission Needs => Permission.RunInstallation;
    internal override bool Audited => false;

    internal override async Task<int> Run(Session s)
    {
        await s.NextNumber("after-cases", 0);
        // Without it no link leads anywhere.
        if (await PublicAddress.Of(s) is not { } address || (Rest > TimeSpan.Zero && await IsFresh(s))) return 0;
        var closed = await s.Many<ClosedCase>($"""
            select c.customer_id, c.id, c.number, c.unit_id, c.owner_id, c.contact_name, c.contact_email, c.language_tag
            from case_closures k join cases c on c.customer_id = k.customer_id and c.id = k.case_id left join case_surveys v on v.customer_id = c.customer_id and v.case_id = c.id
            where k.reopened_at is null and k.closed_at <= @until and k.closed_at > @from and k.reason not in ('{nameof(CloseReason.Spam)}', '{nameof(CloseReason.TakenBack)}')
              and c.state = '{nameof(CaseState.Closed)}' and c.kind = '{nameof(CaseKind.Complaint)}' and not c.is_own_mistake and c.contact_email is not null and v.case_id is null
            order by k.closed_at, c.id limit {AtOnce}
            """, new { until = s.Now.AddDays(-After), from = s.Now.AddDays(-After - TooLate) });
        var company = (await UnitStore.Tree(s, s.Today)).Roots[0].Name;
        foreach (var c in closed) await Invite(s, c, address, company);
        if (closed.Count < AtOnce) await s.Write("insert into settings (name, value) values (@DoneAt, @now) on conflict (name) do update set value = @now", new { DoneAt, now = s.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) });
        return closed.Count;
    }

    async Task<bool> IsFresh(Session s) => long.TryParse(await s.Maybe<string>("select value from settings where name = @DoneAt", new { DoneAt }), CultureInfo.InvariantCulture, out var at)
        && s.Now - DateTimeOffset.FromUnixTimeMilliseconds(at) is var past && past >= TimeSpan.Zero && past < Rest;

    static async Task Invite(Session s, ClosedCase c, string address, string company)
    {
        // Nobody rates the company's work who works there.
        var link = Email.Problems(Email.Plain(c.ContactEmail)).Any() || await PersonStore.ByEmail(s, c.ContactEmail) is not null ? null : PersonalLink.New(c.CustomerId, new(c.Id.Value));
        var language = Languages.FromTag(c.LanguageTag) ?? Language.English;
        await s.Write("""
            insert into case_surveys (customer_id, case_id, unit_id, owner_id, secret_hash, sent_to, language_tag, invited_at) values (@CustomerId, @Id, @UnitId, @OwnerId, @hash, @to, @tag, @Now)
            """, new { c.CustomerId, c.Id, c.UnitId, c.OwnerId, hash = link?.SecretHash, to = link is null ? "" : c.ContactEmail, tag = language.Tag(), s.Now });
        if (link is null) return;
        var text = await new FillTemplate("case-survey", language, new Dictionary<string, string>
        {
            ["name"] = c.ContactName ?? c.ContactEmail, ["number"] = $"{c.Number}", ["link"] = $"{address}/rate/{link}", ["company"] = company,
        }).Run(s);
        await new PutMessage(MessageKind.Mail, c.ContactEmail, text.Subject, text.Body) { Key = $"after case {c.Id}" }.Run(s);
    }

    sealed record ClosedCase
    {
        public required Id<Customer> CustomerId { get; init; }
        public required Id<Case> Id { get; init; }
        public required long Number { get; init; }
        public required Id<Unit> UnitId { get; init; }
        public required Id<Person> OwnerId { get; init; }
        public string? ContactName { get; init; }
        public required string ContactEmail { get; init; }
        public string? LanguageTag { get; init; }
    }
}
