using Regard.Files;
namespace Regard.Customers.Intake;

/// <summary>Writes the rows of a file of customers: new ones at once, changed ones after them.</summary>
sealed class CustomerFlow(Session s, IntakeFile file, CustomerRows rows, Dictionary<string, Customer> known, AccountBook? accounts, ImportKeys keys, Alike alike, bool dry)
{
    readonly HashSet<string> seen = new(StringComparer.Ordinal);
    readonly List<Customer> changed = [];
    readonly List<Id<Customer>> contacts = [];
    readonly List<LineOutcome> lines = [];

    public long Added { get; private set; }
    public long Updated => changed.Count;
    public long Unchanged { get; private set; }
    public IReadOnlyList<LineOutcome> Lines => lines;

    /// <param name="last">The number of the last customer so far.</param>
    public async Task Run(long last)
    {
        if (dry) await RowFlow.Run(Good(), _ => { Added++; return Task.CompletedTask; });
        else
        {
            await using (var append = s.Dialect.Append(s.Transaction, "customers", "customer_id", "number", "external_id", "kind", "account_id", "name", "email", "phone", "language_tag", "unit_id", "segment", "since", "words", "created_at"))
            {
                object now = s.Now;
                await RowFlow.Run(Good(), row =>
                {
                    row[1] = last + ++Added;
                    row[13] = now;
                    return append.Write(row);
                });
                await append.Complete();
            }
            if (file.IsLost) return;
            if (Added > 0)
            {
                await CustomerStore.Lock(s, Added);
                await CustomerStore.Index(s, last + 1, last + Added);
            }
            await CustomerStore.Change(s, changed);
            // A contact is found by the name of its account too, and the account may have stood below it.
            await CustomerStore.Reword(s, contacts);
        }
    }

    /// <summary>Rows of new customers; what is known already is noted on the way.</summary>
    IEnumerable<object?[]> Good()
    {
        while (file.Csv.Read())
        {
            if (file.Csv.IsBlank) continue;
            file.Check.Begin();
            var said = file.Check.IsRowGood ? rows.Row() : null;
            if (said is not null) Judge(said);
            if (!file.Check.End(file.Place.Language) || said is null) { Tell(said, RowOutcome.TurnedAway, []); continue; }
            if (file.IsLost) continue;
            if (New(said) is { } row) yield return row;
        }
    }

    void Judge(CustomerSaid said)
    {
        if (!seen.Add(said.ExternalId)) file.Check.Wrong("external_id", Words.Of("The customer {0} stands in this file twice.", Short(said.ExternalId)));
        if (said.Account is { } account && accounts?.Wrong(account, file.Place) is { } wrong) file.Check.Wrong("account", wrong);
    }

    object?[]? New(CustomerSaid said)
    {
        var account = said.Account is { } of ? accounts!.IdOf(of) : (Id<Customer>?)null;
        if (known.TryGetValue(said.ExternalId, out var before))
        {
            var after = said.On(before, account);
            if (after == before) { Unchanged++; Tell(said, RowOutcome.Unchanged, []); return null; }
            changed.Add(after);
            Tell(said, RowOutcome.Updated, Changes(before, after));
            return null;
        }
        Tell(said, RowOutcome.Added, []);
        alike.Note(said);
        var id = accounts?.NewId(said.ExternalId) ?? new(keys.Next());
        if (account is not null) contacts.Add(id);
        return
        [
            id.Value, null, said.ExternalId, (said.Kind ?? CustomerKind.Person).ToString(), account?.Value, said.Name, said.Email, said.Phone, said.LanguageTag,
            said.UnitId?.Value, said.Segment ?? "", said.Since, dry ? "" : CustomerWords.Of(said.ExternalId, said.Name, said.Email, said.Phone, said.UnitId), null,
        ];
    }

    void Tell(CustomerSaid? said, RowOutcome outcome, IReadOnlyList<string> changes)
    {
        if (dry && lines.Count < Taken.LinesTold) lines.Add(new() { Line = said?.Line ?? file.Csv.Line, Key = said?.ExternalId ?? "", Outcome = outcome, Changes = changes });
    }

    static List<string> Changes(Customer a, Customer b) =>
    [
        .. new (string Column, bool Same)[]
        {
            ("kind", a.Kind == b.Kind), ("account", a.AccountId == b.AccountId), ("name", a.Name == b.Name), ("email", a.Email == b.Email), ("phone", a.Phone == b.Phone),
            ("language", a.LanguageTag == b.LanguageTag), ("unit", a.UnitId == b.UnitId), ("segment", a.Segment == b.Segment), ("since", a.Since == b.Since),
        }.Where(c => !c.Same).Select(c => c.Column),
    ];

    static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
