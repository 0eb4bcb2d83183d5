using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>Takes the numbers of two lists from a CSV file: unit, from, until, both, survey_only, register_only, and as far as known source.</summary>
/// <param name="File">Able to seek.</param>
public sealed record BringProblemLists(Stream File, string FileName) : Change<int>
{
    internal override Permission Needs => Permission.EditCustomerRules;
    internal override string Subject => FileName;

    internal override async Task<int> Run(Session s)
    {
        var tree = await UnitStore.Tree(s, s.Today);
        using var file = new LedgerFile(File, tree, tree.InCare(s.Caller, Permission.EditCustomerRules), "unit", "from", "until", "both", "survey_only", "register_only");
        var lists = new List<ProblemList>();
        while (file.Read())
        {
            var list = new ProblemList(file.Unit("unit"), file.Day("from"), file.Day("until"), file.Count("both"), file.Count("survey_only"), file.Count("register_only"), file.Text("source"));
            if (list.FromDay != default && list.LastDay != default) foreach (var problem in list.Problems()) file.Wrong(problem.Words);
            lists.Add(list);
        }
        file.End();
        foreach (var list in lists) await list.Keep(s);
        return lists.Count;
    }
}
