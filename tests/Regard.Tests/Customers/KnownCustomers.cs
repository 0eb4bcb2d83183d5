using System.Data.Common;
using Regard.Customers;
using Regard.Files;
using Regard.Organisation;
using Regard.Storage;
using Regard.Tests.Organisation;
namespace Regard.Tests.Customers;

/// <summary>A company with customers, written as rows.</summary>
public sealed class KnownCustomers
{
    public required Company Company { get; init; }
    public TestOffice Test => Company.Test;

    public static async Task<KnownCustomers> In(TestOffice t) => new() { Company = await Company.In(t) };

    /// <summary>Runs within one transaction of the installation.</summary>
    public async Task<T> Write<T>(Func<Session, Task<T>> write)
    {
        using var turn = await Test.Database.Dialect.Turn();
        await using var connection = await Test.Database.Open();
        await using var work = await Test.Database.Dialect.Begin(connection, writing: true);
        var result = await write(new Session(work, Test.Database.Dialect, Test.Installation, Test.Clock.Now));
        await work.CommitAsync();
        return result;
    }

    public Task Execute(string sql, object? values = null) => Write(s => s.Write(sql, values));

    /// <param name="unit">Store 1 when left out; none for "".</param>
    public Task<Id<Customer>> Add(string? name, string? phone = null, string? email = null, string? externalId = null, Id<Unit>? unit = null, bool ofNoUnit = false, string segment = "", CustomerKind kind = CustomerKind.Person, Id<Customer>? account = null, string? since = null) => Write(async s =>
    {
        var id = Id<Customer>.New(s.Now);
        var number = await s.NextNumber("customers");
        await s.Write("""
            insert into customers (customer_id, number, external_id, kind, account_id, name, email, phone, unit_id, segment, since, created_at)
            values (@id, @number, @externalId, @kind, @account, @name, @email, @phone, @unit, @segment, @since, @Now)
            """, new { id, number, externalId, kind = kind.ToString(), account, name, email, phone, unit = ofNoUnit ? null : unit ?? (Id<Unit>?)Company.Store(1), segment, since = since is null ? (DateOnly?)null : DateOnly.Parse(since), s.Now });
        await CustomerStore.Reword(s, [id]);
        return id;
    });

    public Task<Id<Asset>> AddAsset(Id<Customer> customer, string? plate, string? serial = null, string model = "Corolla") => Write(async s =>
    {
        var id = Id<Asset>.New(s.Now);
        await s.Write("insert into assets (customer_id, id, external_id, kind, model, plate, serial) values (@customer, @id, @externalId, 'vehicle', @model, @plate, @serial)", new { customer, id, externalId = id.ToString(), model, plate, serial });
        await CustomerStore.Reword(s, [customer]);
        return id;
    });

    public Task Bought(Id<Customer> customer, string day, long amount = 100_00, EventKind kind = EventKind.Purchase, string? words = null, string? category = null) => Execute("""
        insert into events (customer_id, id, external_id, kind, day, unit_id, amount, category, words, created_at) values (@customer, @id, @externalId, @kind, @day, @unit, @amount, @category, @words, @Now)
        """, new { customer, id = new Id<CustomerEvent>(ImportKeys.Of("event", $"{customer}{day}{kind}{amount}")), externalId = $"E{day}", kind = kind.ToString(), day = DateOnly.Parse(day), unit = Company.Store(1), amount, category, words, Test.Clock.Now });

    public Task AddContract(Id<Customer> customer, string from, string? until = null, string? endedOn = null, string? because = null) => Execute("""
        insert into contracts (customer_id, id, external_id, kind, from_day, until_day, ended_on, ended_because, yearly_amount) values (@customer, @id, @externalId, 'maintenance', @from, @until, @ended, @because, 120000)
        """, new { customer, id = Id<Contract>.New(Test.Clock.Now), externalId = "C1", from = DateOnly.Parse(from), until = Maybe(until), ended = Maybe(endedOn), because });

    static DateOnly? Maybe(string? day) => day is null ? null : DateOnly.Parse(day);

    /// <summary>As a working out would leave it.</summary>
    public async Task Stands(Id<Customer> customer, string grade = "B", string state = "Active", double worth = 1000_00, string? nextDay = null, string? lostOn = null, double? satisfaction = null, string? type = null, string? lastDay = "2031-03-01")
    {
        await Execute("""
            insert into standings (customer_id, unit_id, segment, first_day, last_day, purchases, spent, worth, rhythm_days, grade, state, lost_on, alive, expected, next_from, next_day, next_until, next_category, next_share, lifetime, satisfaction, satisfied_on, loyalty_type)
            select @customer, unit_id, segment, @first, @last, 5, 500000, @worth, 60, @grade, @state, @lost, 0.8, 4.2, @from, @next, @until, 'service', 0.6, 300000, @satisfaction, @satisfied, @type from customers where customer_id = @customer
            """, new
        {
            customer, worth, grade, state, satisfaction, type, first = new DateOnly(2029, 1, 1), last = Maybe(lastDay), lost = Maybe(lostOn), next = Maybe(nextDay), from = Maybe(nextDay)?.AddDays(-10), until = Maybe(nextDay)?.AddDays(20),
            satisfied = satisfaction is null ? (DateOnly?)null : new DateOnly(2031, 2, 1),
        });
    }

    public Task WorkedOut(string asOf = "2031-04-30") => Execute("""
        insert into workings (id, number, as_of, engine, customers, events, models, started_at, done_at) values (@id, 1, @day, '1', 1, 1, '{}', @Now, @Now)
        """, new { id = Id<Regard.Loyalty.Working>.New(Test.Clock.Now), day = DateOnly.Parse(asOf), Test.Clock.Now });

    public async Task<IEnumerable<string?>> Found(string query, Caller? caller = null) => (await Test.Do(new FindCustomers(new() { Query = query }), caller ?? Company.Executive)).Rows.Select(r => r.Name);
}
