using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>Takes market shares from a CSV file: unit, from, until, share (per cent), source.</summary>
/// <param name="File">Able to seek.</param>
public sealed record BringMarketShares(Stream File, string FileName) : Change<int>
{
    internal override Permission Needs => Permission.EditCustomerRules;
    internal override string Subject => FileName;

    internal override async Task<int> Run(Session s)
    {
        var tree = await UnitStore.Tree(s, s.Today);
        using var file = new LedgerFile(File, tree, tree.InCare(s.Caller, Permission.EditCustomerRules), "unit", "from", "until", "share", "source");
        var lines = new List<MarketShareLine>();
        while (file.Read())
        {
            var line = new MarketShareLine(file.Unit("unit"), file.Day("from"), file.Day("until"), (file.Number("share") ?? -1) / 100, file.Text("source"));
            if (line.FromDay != default && line.LastDay != default) foreach (var problem in line.Problems()) file.Wrong(problem.Words);
            lines.Add(line);
        }
        file.End();
        foreach (var line in lines) await line.Keep(s);
        return lines.Count;
    }
}
