namespace Regard.Customers;

/// <summary>The one currency that the company's amounts are in.</summary>
static class Currency
{
    const string Setting = "currency";

    /// <summary>Null until it is said with the first amounts.</summary>
    public static Task<string?> Of(Session s) => s.Maybe<string>("select value from settings where name = @Setting", new { Setting });

    /// <summary>Refuses a second one: amounts in two currencies cannot be added up.</summary>
    public static async Task Settle(Session s, string currency)
    {
        if (await Check(s, currency)) return;
        await s.Write("insert into settings (name, value) values (@Setting, @currency)", new { Setting, currency });
    }

    /// <summary>Refuses a second one, or what is none. True when it is settled already.</summary>
    public static async Task<bool> Check(Session s, string currency)
    {
        if (await Of(s) is { } already)
        {
            if (already != currency) throw new Invalid("Currency", "The company's amounts are in {0}, these are in {1}. Please convert them first.", already, currency);
            return true;
        }
        if (!Money.IsCurrency(currency)) throw new Invalid("Currency", "{0} is not a currency. Give its three letters, such as CNY.", currency);
        return false;
    }
}
