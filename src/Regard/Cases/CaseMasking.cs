using Regard.Customers;
using Regard.Organisation;
namespace Regard.Cases;

/// <summary>A case for a reader without personal data: what happened and when, not who it was nor what was said.</summary>
static class CaseMasking
{
    /// <param name="me">Who reads; what was asked of that one shows.</param>
    public static CaseWhole Masked(CaseWhole c, Id<Person>? me) => c with
    {
        Case = c.Case with
        {
            Title = Dots(c.Case.Title), Words = Dots(c.Case.Words), CustomersView = Dots(c.Case.CustomersView), OurFacts = Dots(c.Case.OurFacts), ContactName = PersonalData.Masked(c.Case.ContactName),
            ContactEmail = PersonalData.Masked(c.Case.ContactEmail), ContactPhone = PersonalData.Masked(c.Case.ContactPhone), BodyReference = PersonalData.Masked(c.Case.BodyReference),
        },
        Notes = [.. c.Notes.Select(n => n with { Subject = PersonalData.Masked(n.Subject), Words = Dots(n.Words), Party = PersonalData.Masked(n.Party) })],
        Steps = [.. c.Steps.Select(d => d with { Words = Dots(d.Words) })],
        Offers = [.. c.Offers.Select(o => o with { Why = Dots(o.Why), AnswerWords = PersonalData.Masked(o.AnswerWords) })],
        Tasks = [.. c.Tasks.Select(t => t.OwnerId == me ? t : t with { Words = Dots(t.Words), Answer = PersonalData.Masked(t.Answer) })],
        Proposals = [.. c.Proposals.Select(p => p with { Words = Dots(p.Words), Answer = PersonalData.Masked(p.Answer) })],
        Closures = [.. c.Closures.Select(k => k with { Words = Dots(k.Words), Improvement = Dots(k.Improvement), ReopenedBecause = PersonalData.Masked(k.ReopenedBecause) })],
        Escalations = [.. c.Escalations.Select(e => e with { Words = Dots(e.Words) })],
        Reviews = [.. c.Reviews.Select(r => r with { Words = Dots(r.Words) })],
        Asked = PersonalData.Masked(c.Asked),
        Owners = [.. c.Owners.Select(o => o with { Why = Dots(o.Why) })],
        Files = [.. c.Files.Select(f => f with { Name = Dots(f.Name) })],
    };

    static string Dots(string text) => PersonalData.Masked(text) ?? "";
}
