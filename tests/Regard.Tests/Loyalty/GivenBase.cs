using Regard.Customers;
using Regard.Files;
using Regard.Loyalty;
using Regard.Organisation;
using Regard.Tests.Organisation;
namespace Regard.Tests.Loyalty;

/// <summary>A company whose customers and purchases are written down as rows.</summary>
public sealed class GivenBase
{
    long number;

    public required Company Company { get; init; }
    public TestOffice Test => Company.Test;

    public static async Task<GivenBase> In(TestOffice t) => new() { Company = await Company.In(t) };

    /// <summary>A customer of a store who bought on these days: "2030-01-05 100.00" in major units.</summary>
    public async Task<Id<Customer>> Customer(int store, string segment, params string[] purchases) => (await Customers([(store, segment, [.. purchases.Select(Purchase)])]))[0];

    static (DateOnly, long) Purchase(string text)
    {
        var halves = text.Split(' ');
        return (DateOnly.Parse(halves[0]), halves.Length > 1 ? Money.Read(halves[1], "CNY")!.Value : 10_000);
    }

    public async Task<List<Id<Customer>>> Customers(IReadOnlyList<(int Store, string Segment, IReadOnlyList<(DateOnly Day, long Amount)> Purchases)> all)
    {
        var keys = new List<Id<Customer>>();
        await Write(async s =>
        {
            await using (var append = s.Dialect.Append(s.Transaction, "customers", "customer_id", "number", "kind", "unit_id", "segment", "words", "created_at"))
            {
                foreach (var (store, segment, _) in all)
                {
                    keys.Add(Id<Customer>.New(s.Now));
                    await append.Write(keys[^1].Value, ++number, nameof(CustomerKind.Person), Company.Store(store).Value, segment, "", s.Now);
                }
                await append.Complete();
            }
            await using (var append = s.Dialect.Append(s.Transaction, "events", "customer_id", "id", "kind", "day", "unit_id", "amount", "created_at"))
            {
                foreach (var (key, (store, _, purchases)) in keys.Zip(all))
                    foreach (var (day, amount) in purchases)
                        await append.Write(key.Value, Id<CustomerEvent>.New(s.Now).Value, nameof(EventKind.Purchase), day, Company.Store(store).Value, amount, s.Now);
                await append.Complete();
            }
        });
        return keys;
    }

    /// <summary>Further purchases of a customer.</summary>
    public Task Buys(Id<Customer> customer, int store, params string[] purchases) => Write(async s =>
    {
        await using var append = s.Dialect.Append(s.Transaction, "events", "customer_id", "id", "kind", "day", "unit_id", "amount", "created_at");
        foreach (var (day, amount) in purchases.Select(Purchase)) await append.Write(customer.Value, Id<CustomerEvent>.New(s.Now).Value, nameof(EventKind.Purchase), day, Company.Store(store).Value, amount, s.Now);
        await append.Complete();
    });

    public Task Contract(Id<Customer> customer, string from, string? until) => Write(s => s.Write("""
        insert into contracts (customer_id, id, external_id, kind, from_day, until_day) values (@customer, @id, 'C1', 'service', @from, @until)
        """, new { customer, id = Id<Contract>.New(s.Now), from = DateOnly.Parse(from), until = until is null ? (DateOnly?)null : DateOnly.Parse(until) }));

    public Task Events(IEnumerable<(Id<Customer> Customer, EventKind Kind, DateOnly Day)> all) => Write(async s =>
    {
        await using var append = s.Dialect.Append(s.Transaction, "events", "customer_id", "id", "kind", "day", "created_at");
        foreach (var (customer, kind, day) in all) await append.Write(customer.Value, Id<CustomerEvent>.New(s.Now).Value, kind.ToString(), day, s.Now);
        await append.Complete();
    });

    public Task NameAll(string name) => Write(s => s.Write("update customers set name = @name", new { name }));

    public Task Merge(Id<Customer> gone, Id<Customer> into) => Write(s => s.Write("update customers set merged_into = @into where customer_id = @gone", new { gone, into }));

    public Task SpeaksFor(Id<Customer> contact, Id<Customer> account) => Write(s => s.Write("update customers set account_id = @account where customer_id = @contact", new { contact, account }));

    internal async Task Write(Func<Session, Task> write)
    {
        using var turn = await Test.Database.Dialect.Turn();
        await using var connection = await Test.Database.Open();
        await using var work = await Test.Database.Dialect.Begin(connection, writing: true);
        await write(new Session(work, Test.Database.Dialect, Test.Installation, Test.Clock.Now));
        await work.CommitAsync();
    }

    /// <summary>Works everybody out as of the test's day.</summary>
    public Task<Id<Working>?> WorkOut() => new CustomerWorking(Test.Office, Test.Clock).Run(Test.Installation);

    public async Task<Standing> Standing(Id<Customer> customer)
    {
        await using var connection = await Test.Database.Open();
        await using var work = await Test.Database.Dialect.Begin(connection, writing: false);
        return (await new Session(work, Test.Database.Dialect, Test.Installation, Test.Clock.Now).Maybe<Standing>("select customer_id, segment, first_day, last_day, purchases, spent, worth, rhythm_days, grade, state, lost_on, alive, expected, next_from, next_day, next_until, lifetime, risk, reasons, stake, recency_days, purchases_year, spent_year from standings where customer_id = @customer", new { customer }))!;
    }

    public async Task<double> Sum(string column)
    {
        await using var connection = await Test.Database.Open();
        await using var work = await Test.Database.Dialect.Begin(connection, writing: false);
        return await new Session(work, Test.Database.Dialect, Test.Installation, Test.Clock.Now).Value<double>($"select sum({column}) from standings");
    }

    public async Task<List<(DateOnly Day, string Grade)>> Grades(Id<Customer> customer)
    {
        await using var connection = await Test.Database.Open();
        await using var work = await Test.Database.Dialect.Begin(connection, writing: false);
        return [.. (await new Session(work, Test.Database.Dialect, Test.Installation, Test.Clock.Now).Many<Held>("select from_day, grade from grades_held where customer_id = @customer order by from_day", new { customer })).Select(h => (h.FromDay, h.Grade))];
    }

    sealed record Held
    {
        public required DateOnly FromDay { get; init; }
        public required string Grade { get; init; }
    }
}
