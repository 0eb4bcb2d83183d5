using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>Writes the lines of a CSV file into the ledger: unit, kind, from, until, amount, and as far as known words, points, customers. The same line again changes nothing.</summary>
/// <param name="File">Able to seek.</param>
public sealed record BringCosts(Stream File, string FileName) : Change<Brought>
{
    internal override Permission Needs => Permission.EditCustomerRules;
    internal override string Subject => FileName;

    internal override async Task<Brought> Run(Session s)
    {
        var currency = await Customers.Currency.Of(s) ?? throw new Refused("Bring purchases with amounts first: until then nobody knows the currency.");
        var tree = await UnitStore.Tree(s, s.Today);
        using var file = new LedgerFile(File, tree, tree.InCare(s.Caller, Permission.EditCustomerRules), "unit", "kind", "from", "until", "amount");
        var lines = new List<CostLine>();
        while (file.Read())
        {
            if (!Enum.TryParse<CostKind>(file.Text("kind"), ignoreCase: true, out var kind) || !Enum.IsDefined(kind)) file.Wrong(Words.Of("{0} is no kind of cost: write acquisition, retention, recovery or satisfaction.", file.Text("kind")));
            var amount = Money.Read(file.Text("amount"), currency);
            if (amount is null) file.Wrong(Words.Of("{0} is no amount.", file.Text("amount")));
            var line = new CostLine(file.Unit("unit"), kind, file.Day("from"), file.Day("until"), amount ?? 1, file.Text("words"), file.Number("points"), file.Text("customers").Length > 0 ? file.Count("customers") : null);
            var daysKnown = line.FromDay != default && line.LastDay != default;
            foreach (var problem in line.Problems().Where(p => daysKnown || p.Field is not ("FromDay" or "LastDay"))) file.Wrong(problem.Words);
            lines.Add(line);
        }
        file.End();
        var added = 0;
        foreach (var line in lines) if (await line.Keep(s)) added++;
        if (lines.Any(l => l.Points is not null)) await AskForWorking.Ask(s);
        return new(lines.Count, added);
    }
}

/// <param name="Added">The others stood there already.</param>
public sealed record Brought(int Lines, int Added);
