using Microsoft.AspNetCore.Mvc;
using Regard.Cases;
using Regard.Customers;
using Regard.Organisation;
using Regard.Web.Ui;
namespace Regard.Web.Cases;

static class RulesRoutes
{
    /// <summary>How far back the page tells how often cases are handed on.</summary>
    public const int BounceDays = 90;

    public static void MapCaseRules(this RouteGroupBuilder pages)
    {
        pages.MapGet("/rules", async (long? version, Office office, Caller me, TimeProvider clock) =>
        {
            var versions = await office.Do(new ListCaseRules(), me);
            var bounces = await office.Do(new ShowBounces(clock.Day().AddDays(-BounceDays), clock.Day().AddDays(1)), me);
            return Forms.Page<RulesPage>(new { Versions = versions, Shown = versions.FirstOrDefault(v => v.Number == version) ?? versions[0], Bounces = bounces });
        });
        pages.MapMarketingMix();
        pages.MapGet("/rules/edit", (Office office, Caller me) => Edit(null, [], office, me));
        pages.MapPost("/rules", async (HttpRequest request, Office office, Caller me) =>
        {
            var sent = await request.ReadFormAsync();
            var now = (await office.Do(new ListCaseRules(), me))[0].Rules;
            CaseRules? typed = null;
            return await Forms.Try(async () => { typed = RulesForm.Read(sent, now); await office.Do(new SetCaseRules(typed), me); return TypedResults.LocalRedirect("/cases/rules"); }, found => Edit(typed, found, office, me));
        });
        pages.MapGet("/contacts", (string? unit, string? customer, Office office, Caller me) => Contacts(unit, customer, [], office, me));
        pages.MapPost("/contacts", ([FromForm] string? unit, [FromForm] string? customer, [FromForm] string? person, [FromForm] string? backup, Office office, Caller me) => Forms.Try(
            async () =>
            {
                if (Id<Customer>.TryParse(customer, null, out var of)) await office.Do(new SetCustomerContact(of, One(person), One(backup)), me);
                else await office.Do(new SetUnitContact(Id<Unit>.TryParse(unit, null, out var id) ? id : throw new Invalid("unit", "Choose a unit."), One(person), One(backup)), me);
                return TypedResults.LocalRedirect(of == default ? "/cases/contacts" : $"/cases/contacts?customer={of}");
            },
            found => Contacts(unit, customer, found, office, me)));
    }

    static async Task<IResult> Edit(CaseRules? typed, IReadOnlyList<Problem> found, Office office, Caller me)
    {
        if (!me.May(Permission.EditCaseRules)) throw new Refused(Words.Of("Your role does not include this."), forbidden: true);
        return Forms.Page<RulesEditPage>(new { Rules = typed ?? (await office.Do(new ListCaseRules(), me))[0].Rules, Found = found }, found);
    }

    static async Task<IResult> Contacts(string? unit, string? customer, IReadOnlyList<Problem> found, Office office, Caller me)
    {
        var of = Id<Customer>.TryParse(customer, null, out var id) ? id : (Id<Customer>?)null;
        return Forms.Page<ContactsPage>(new
        {
            Shown = await office.Do(new ListContacts(of), me), Places = await office.Do(new ListCasePlaces(), me), Unit = unit, Customer = of,
            CustomerName = of is { } c ? (await office.Do(new ShowCustomer(c, Size: 1), me)).Customer is var known ? known.Name ?? $"#{known.Number}" : null : null, Found = found,
        }, found);
    }

    static Id<Person>? One(string? sent) => Id<Person>.TryParse(sent, null, out var id) ? id : null;
}
