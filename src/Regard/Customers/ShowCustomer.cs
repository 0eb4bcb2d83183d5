using Regard.Care;
using Regard.Cases;
using Regard.Loyalty;
using Regard.Standards;
using Regard.Surveys;
namespace Regard.Customers;

/// <summary>One customer with its story. Who was merged into another is shown as that other.</summary>
/// <param name="After">What the page of the story before said comes next.</param>
public sealed record ShowCustomer(Id<Customer> Id, TimelinePart Part = TimelinePart.Everything, string? After = null, int Size = 30) : Question<CustomerView>
{
    const int ContactsShown = 50;

    internal override Permission Needs => Permission.SeeCustomers;

    internal override IEnumerable<Problem> Check()
    {
        if (Size is < 1 or > 1000) yield return new(nameof(Size), "A page holds 1 to {0} rows.", 1000);
    }

    internal override async Task<CustomerView> Run(Session s)
    {
        var sight = await CustomerSight.Of(s);
        var customer = await sight.Find(s, await Merging.Goer(s, Id));
        var merged = await Merging.Into(s, customer.CustomerId);
        var ids = merged.Select(m => m.CustomerId).Append(customer.CustomerId).ToList();
        var keys = s.Dialect.Keys(ids.Select(i => i.Value));
        var file = await CustomerFile.Read(s, customer, keys);
        var consents = file.ConsentStates;
        var working = (await s.Many<Basis>("select as_of, models from workings order by number desc limit 1")).FirstOrDefault();
        var models = working is null ? null : WorkingModels.Read(working.Models);
        var view = new CustomerView
        {
            Customer = customer, UnitName = sight.UnitName(customer.UnitId), Currency = await Currency.Of(s), Today = s.Today,
            WorkedOutAsOf = working?.AsOf, Forecast = await Forecast(s, file.Standing, working, models, keys), NoPurchaseModel = Why(models?.Purchases), NoSpendModel = Why(models?.Purchases) ?? Why(models?.Spend),
            Standing = file.Standing, Grades = file.Grades, Assets = file.Assets, Contracts = file.Contracts, Consents = consents, Notes = file.Notes, Preferences = file.Preferences,
            Promises = await new PromisesOfCustomers(ids).Run(s), ServiceLevels = file.Standing is { Grade.Length: > 0 } standing ? await new LevelsForGrade(standing.Grade).Run(s) : [],
            NextSteps = NextStep.For(file.Standing, file.Contracts, consents, s.Today),
            Account = customer.AccountId is { } account ? await s.Maybe<CustomerLabel>("select customer_id, number, name, unit_id from customers where customer_id = @account", new { account }) : null,
            Contacts = await s.Many<CustomerLabel>($"select customer_id, number, name, unit_id from customers where {s.Dialect.Among("account_id", "keys")} and merged_into is null order by number limit {ContactsShown}", Values(keys)),
            ContactCount = await s.Value<long>($"select count(*) from customers where {s.Dialect.Among("account_id", "keys")} and merged_into is null", Values(keys)),
            Merged = merged, MayEdit = (await CustomerSight.Of(s, Permission.EditCustomers)).Sees(customer.UnitId) && s.Caller.May(Permission.EditCustomers),
            MayServe = s.Caller.May(Permission.HandleCases) && (await CustomerSight.Of(s, Permission.HandleCases)).Sees(customer.UnitId), Now = s.Now,
            SeesPersonalData = sight.SeesNames(customer.UnitId),
            Twins = await TwinStore.CountOf(s, ids), Wallet = await new WalletOfCustomer(ids).Run(s),
            Timeline = await Timeline.Page(s, keys, [.. file.Entries(merged), .. await Answers(s, ids), .. await Told(s, ids), .. await Given(s, ids)], Part, After, Size),
        };
        return Masking.Seen(view, sight);
    }

    static string? Why(ModelFigures? model) => model is { Converged: false } ? model.Reason : null;

    sealed record Basis
    {
        public required DateOnly AsOf { get; init; }
        public required string Models { get; init; }
    }

    static async Task<CustomerForecast?> Forecast(Session s, Standing? standing, Basis? working, WorkingModels? models, System.Collections.IEnumerable keys)
    {
        if (working is null || models?.Purchases is not { Converged: true } || standing is not { FirstDay: { } first }) return null;
        var spentAgain = await s.Value<long?>($"""
            select sum(amount) from events where {s.Dialect.Among("customer_id", "keys")} and day > @first and day <= @AsOf and kind in ({EventKinds.Purchases})
            """, new Dictionary<string, object> { ["keys"] = keys, ["first"] = first, ["AsOf"] = working.AsOf });
        return CustomerForecast.Of(models, standing, spentAgain ?? 0, working.AsOf);
    }

    static Dictionary<string, object> Values(System.Collections.IEnumerable keys) => new() { ["keys"] = keys };

    static async Task<IEnumerable<TimelineEntry>> Answers(Session s, IReadOnlyList<Id<Customer>> ids) => !s.Caller.May(Permission.SeeResults) ? [] :
        (await new AnswersOfCustomers(ids).Run(s)).Select(a => new TimelineEntry { Day = a.Day, Kind = TimelineKind.Answer, Name = a.WaveName, UnitId = a.UnitId, UnitName = a.UnitName, Score = a.Overall, Key = a.Id.Value });

    static async Task<IEnumerable<TimelineEntry>> Told(Session s, IReadOnlyList<Id<Customer>> ids) => s.Caller.Person is null && !s.Caller.IsInstallation ? [] :
        (await new CasesOfCustomers(ids).Run(s)).Select(c => new TimelineEntry { Day = c.Day, Kind = TimelineKind.Case, Text = c.Title, Number = c.Number, CaseKind = c.Kind, CaseState = c.State, UnitId = c.UnitId, Key = c.Id.Value });

    static async Task<IEnumerable<TimelineEntry>> Given(Session s, IReadOnlyList<Id<Customer>> ids) => !s.Caller.May(Permission.SeeCases) ? [] :
        (await new GesturesOfCustomers(ids).Run(s)).Select(g => new TimelineEntry
        {
            Day = DateOnly.FromDateTime((g.GrantedAt ?? g.AskedAt).UtcDateTime), Kind = TimelineKind.Gesture, Text = g.Words, Number = g.CaseNumber, Amount = g.Amount > 0 ? g.Amount : null, GestureKind = g.Kind, UnitId = g.UnitId, By = g.AskerName, Key = g.Id.Value,
        });
}
