using System.Text.Json;
namespace Regard.Customers;

/// <summary>Puts what a search for duplicates found in the place of what the last one did.</summary>
sealed record KeepTwins(TwinsFound Found) : Change<Done>
{
    internal override Permission Needs => Permission.EditCustomers;
    internal override string Subject => $"{Found.Customers} customers, {Found.Twins.Count} pairs";

    internal override async Task<Done> Run(Session s)
    {
        await CustomerStore.Lock(s);
        await s.Write("delete from customer_twins");
        await using (var append = s.Dialect.Append(s.Transaction, "customer_twins", "customer_id", "other_id", "score", "reasons"))
        {
            foreach (var t in Found.Twins) await append.Write(t.CustomerId.Value, t.OtherId.Value, t.Score, JsonSerializer.Serialize(t.Reasons));
            await append.Complete();
        }
        await s.Write("insert into twin_searches (id, customers, pairs, crowds, asked_by, started_at, done_at) values (@id, @Customers, @pairs, @Crowds, @Person, @StartedAt, @Now)",
            new { id = Guid.CreateVersion7(s.Now), Found.Customers, pairs = (long)Found.Twins.Count, Found.Crowds, Person = Found.AskedBy, Found.StartedAt, s.Now });
        return default;
    }
}
