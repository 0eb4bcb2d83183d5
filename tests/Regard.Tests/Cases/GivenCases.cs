using Regard.Cases;
using Regard.Organisation;
using Regard.Tests.Customers;
using Regard.Tests.Organisation;
using Regard.Work;
namespace Regard.Tests.Cases;

/// <summary>The small company, and cases heard in it.</summary>
public sealed class GivenCases
{
    public required Company Company { get; init; }
    public required TestOffice Test { get; init; }
    /// <summary>Works in store 1, beside the front line.</summary>
    public required Caller Colleague { get; init; }

    public static async Task<GivenCases> In(TestOffice t)
    {
        var company = await Company.In(t);
        return new() { Test = t, Company = company, Colleague = await company.Person("Col League", Role.FrontLine, company.Store(1)) };
    }

    /// <summary>Heard by the front line in store 1, if nothing else is said.</summary>
    public async Task<long> Heard(Func<HearCase, HearCase>? but = null, Caller? by = null)
    {
        var hear = new HearCase { UnitId = Company.Store(1), Words = "我等了两个小时，没有人理我", ContactName = "王小明" };
        return (await Test.Do(but is null ? hear : but(hear), by ?? Company.FrontLine)).Number;
    }

    public Task<CaseWhole> Show(long number) => Test.Do(new ShowCase(number));

    public async Task<string> Owner(long number) => (await Show(number)).OwnerName;

    /// <summary>Offered to somebody and accepted.</summary>
    public async Task Handed(long number, Caller from, Caller to)
    {
        await Test.Do(new OfferCase(number, to.Person!.Value, "You know this customer"), from);
        await Test.Do(new AnswerOffer(number, true), to);
    }

    /// <summary>As much as a complaint needs to be closed.</summary>
    public Task<Done> Told(long number) => Test.Do(new EditCase(number) { CustomersView = "Two hours for nothing", Cause = Cause.TooSlow });

    public Task<Done> Close(long number, Caller? by = null) => Test.Do(new CloseCase(number, CloseReason.AcceptedByCustomer, "A new appointment, and a free wash") { Channel = CaseChannel.Phone }, by);

    public async Task<IReadOnlyList<string>> Open(Caller of) => [.. (await Test.Do(new ListMyWork(), of)).Mine.Select(i => $"{i.Kind} {i.Title.In(Language.English)}").Order(StringComparer.Ordinal)];

    public async Task Refused(string words, Func<Task> doing) => Assert.Equal(words, (await Assert.ThrowsAsync<Refused>(doing)).Words.ToString());

    public Task<IReadOnlyList<string>> Look(string sql) => GivenCustomers.Look(Test, sql);
}
