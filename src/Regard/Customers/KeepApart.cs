namespace Regard.Customers;

/// <summary>Two customers that look alike are two. The pair is not shown again.</summary>
public sealed record KeepApart(Id<Customer> One, Id<Customer> Other) : Change<Done>
{
    internal override Permission Needs => Permission.EditCustomers;
    internal override string Subject => $"{One} {Other}";

    internal override async Task<Done> Run(Session s)
    {
        if (One == Other) throw new Refused("This is one customer, not two.");
        var sight = await CustomerSight.Of(s, Needs);
        await sight.Find(s, One);
        await sight.Find(s, Other);
        var (first, second) = Twin.InOrder(One, Other);
        await s.Write("""
            insert into customers_apart (customer_id, other_id, judged_by, judged_at) values (@first, @second, @Person, @Now)
            on conflict (customer_id, other_id) do nothing
            """, new { first, second, s.Caller.Person, s.Now });
        return default;
    }
}
