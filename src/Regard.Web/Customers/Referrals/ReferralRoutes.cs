using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Regard.Customers;
using Regard.Organisation;
using Regard.Web.Ui;
namespace Regard.Web.Customers.Referrals;

static class ReferralRoutes
{
    public static void MapReferrals(this WebApplication app)
    {
        var pages = app.MapGroup("/customers/referrals").ExcludeFromDescription();
        pages.MapGet("", (int? page, Office office, Caller me) => Page(page, [], office, me));
        pages.MapPost("/invite", ([FromForm] Id<Customer> customer, [FromForm] string? channel, Office office, Caller me) => Change(() => office.Do(new InviteToRefer(customer, Enum.TryParse<Channel>(channel, out var c) ? c : (Channel)(-1)), me), "#promoters", office, me));
        pages.MapPost("/leads", ([FromForm] string? referrer, [FromForm] string? name, [FromForm] string? contact, Office office, Caller me) => Change(async () => await office.Do(new NoteLead(await Referrer(referrer, office, me), name ?? "", contact), me), "#leads", office, me));
        pages.MapPost("/leads/{id}/link", (Id<ReferralLead> id, [FromForm] Id<Customer> referrer, [FromForm] string? number, Office office, Caller me) => Change(() => office.Do(new LinkLead(referrer, id, Number(number)), me), "#leads", office, me));
        pages.MapPost("/leads/{id}/remove", (Id<ReferralLead> id, [FromForm] Id<Customer> referrer, Office office, Caller me) => Change(() => office.Do(new RemoveLead(referrer, id), me), "#leads", office, me));

        var api = app.MapGroup("/api/customers/referrals").WithTags("Customers").DisableAntiforgery();
        api.MapGet("", (Id<Unit>? unit, int? page, Office office, Caller me) => office.Do(new ListReferrals(unit, page ?? 1), me));
        api.MapPost("/invitations", (InviteToRefer sent, Office office, Caller me) => office.Do(sent, me));
        api.MapPost("/leads", (NoteLead sent, Office office, Caller me) => office.Do(sent, me));
        api.MapPost("/leads/link", (LinkLead sent, Office office, Caller me) => office.Do(sent, me));
        api.MapPost("/leads/remove", (RemoveLead sent, Office office, Caller me) => office.Do(sent, me));
    }

    static async Task<IResult> Page(int? page, IReadOnlyList<Problem> found, Office office, Caller me) => Forms.Page<ReferralsPage>(new { View = await office.Do(new ListReferrals(null, page ?? 1), me), Found = found }, found);

    static Task<IResult> Change(Func<Task> change, string place, Office office, Caller me) => Forms.Try(
        async () => { await change(); return TypedResults.LocalRedirect("/customers/referrals" + place); },
        found => Page(null, found, office, me));

    static long Number(string? typed) => long.TryParse(typed?.Trim().TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new Invalid("Number", "There is no customer No. {0} in your care.", typed);

    static async Task<Id<Customer>> Referrer(string? typed, Office office, Caller me)
    {
        var number = Number(typed);
        return (await office.Do(new FindCustomers(new() { Query = number.ToString(CultureInfo.InvariantCulture) }), me)).Rows.FirstOrDefault(r => r.Number == number)?.CustomerId ?? throw new Invalid("referrer", "There is no customer No. {0} in your care.", typed);
    }
}
