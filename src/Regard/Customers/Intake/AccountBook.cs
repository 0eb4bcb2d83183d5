using Regard.Files;
namespace Regard.Customers.Intake;

/// <summary>Who belongs to which account: the accounts of the file, wherever they stand in it, and those known.</summary>
sealed class AccountBook
{
    /// <summary>Accounts above one another; more are a mistake.</summary>
    const int Deepest = 20;

    readonly Dictionary<string, Customer> known;
    readonly Dictionary<Id<Customer>, Id<Customer>> above = [];
    readonly Dictionary<Id<Customer>, string> aboveInFile = [];
    readonly Dictionary<string, (bool Good, Id<Customer> Id)> accounts = new(StringComparer.Ordinal);
    readonly Dictionary<string, Words?> judged = new(StringComparer.Ordinal);
    readonly HashSet<string> persons = new(StringComparer.Ordinal);

    AccountBook(Dictionary<string, Customer> known) => this.known = known;

    public static async Task<AccountBook> Of(Session s, Dictionary<string, Customer> known)
    {
        var book = new AccountBook(known);
        foreach (var c in await s.Many<Link>("select customer_id, account_id from customers where kind = 'Account' and account_id is not null")) book.above[c.CustomerId] = c.AccountId;
        return book;
    }

    sealed record Link
    {
        public required Id<Customer> CustomerId { get; init; }
        public required Id<Customer> AccountId { get; init; }
    }

    /// <summary>Reads the accounts among the rows, before any row is judged for good.</summary>
    public void Read(CsvFile csv, RowCheck check, CustomerRows rows, HashSet<string> named, int kindAt, int idAt, ImportKeys keys, Language language)
    {
        while (csv.Read())
        {
            if (csv.IsBlank) continue;
            var externalId = csv.Cell(idAt);
            var kind = kindAt < 0 ? null : Sayings.Customer(csv.Cell(kindAt));
            kind ??= known.GetValueOrDefault(externalId)?.Kind ?? CustomerKind.Person;
            if (kind == CustomerKind.Person) { if (named.Contains(externalId)) persons.Add(externalId); continue; }
            check.Begin();
            var said = check.IsRowGood ? rows.Row() : null;
            var good = check.End(language) && said is not null;
            // A second row of the same customer is refused, so the first one counts.
            var id = known.TryGetValue(externalId, out var before) ? before.CustomerId : new(keys.Next());
            if (accounts.TryAdd(externalId, (good, id)) && said?.Account is { } account) aboveInFile[id] = account;
        }
    }

    /// <summary>The key that a new account will have.</summary>
    public Id<Customer>? NewId(string externalId) => accounts.TryGetValue(externalId, out var account) ? account.Id : null;

    public Id<Customer> IdOf(string externalId) => accounts.TryGetValue(externalId, out var account) ? account.Id : known[externalId].CustomerId;

    /// <summary>What is wrong with belonging to this account; null when nothing is.</summary>
    public Words? Wrong(string externalId, IntakePlace place)
    {
        if (judged.TryGetValue(externalId, out var words)) return words;
        return judged[externalId] = Judge(externalId, place);
    }

    Words? Judge(string externalId, IntakePlace place)
    {
        if (Unfit(externalId, place) is { } unfit) return unfit;
        var path = new HashSet<Id<Customer>>();
        for (var at = IdOf(externalId); ;)
        {
            if (!path.Add(at)) return Words.Of("The account {0} would belong to itself in the end.", Short(externalId));
            if (path.Count > Deepest) return Words.Of("More than {0} accounts stand above one another.", Deepest);
            if (aboveInFile.TryGetValue(at, out var next))
            {
                if (Unfit(next, place) is { } further) return further;
                at = IdOf(next);
            }
            else if (above.TryGetValue(at, out var known)) at = known;
            else return null;
        }
    }

    Words? Unfit(string externalId, IntakePlace place)
    {
        if (persons.Contains(externalId)) return Words.Of("{0} is a person, not an account.", Short(externalId));
        if (accounts.TryGetValue(externalId, out var here)) return here.Good ? null : Words.Of("The account {0} is turned away itself.", Short(externalId));
        if (!known.TryGetValue(externalId, out var customer) || !place.InCare(customer.UnitId)) return Words.Of("There is no account {0}.", Short(externalId));
        return customer.Kind != CustomerKind.Person ? null : Words.Of("{0} is a person, not an account.", Short(externalId));
    }

    static string Short(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
