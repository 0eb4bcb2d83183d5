using System.Diagnostics;
using System.Globalization;
using Regard.Benchmarks.Databases;
using Regard.Benchmarks.Http;
using Regard.Cases;
using Regard.Storage;
namespace Regard.Benchmarks.Cases;

/// <summary>The inbox and its search, with a million cases of which a hundred thousand are open.</summary>
static class InboxBenchmark
{
    const int WarmUps = 5, Asked = 40;
    /// <summary>Milliseconds.</summary>
    const double InboxAim = 50, SearchAim = 100;

    public static async Task<IReadOnlyList<Finding>> Run(Options options)
    {
        var findings = new List<Finding>();
        foreach (var engine in options.Engines)
        {
            await using var store = await Store.On(engine);
            var company = await CaseCompany.In(store);
            await ManyCases.In(company, options.Rows);
            (string Who, Caller Caller)[] people = [("whole company", company.Executive), ("one store", company.Managers[7])];
            foreach (var (who, caller) in people) findings.AddRange(await Lists(company, who, caller));
            findings.Add(await Page(company));
            foreach (var (who, caller) in people) findings.AddRange(await Searches(company, who, caller));
        }
        return findings;
    }

    static async Task<IReadOnlyList<Finding>> Lists(CaseCompany company, string who, Caller caller)
    {
        Task<CasesFound> List(CaseFilter filter, CaseSort sort = CaseSort.Due, string? after = null, int size = 50) => company.Store.Office.Do(new ListCases(filter, sort, after, size), caller);
        string? far = null;
        for (var i = 0; i < 20 && await List(new(), after: far, size: 1000) is { Next: { } next }; i++) far = next;
        var findings = new List<Finding>();
        foreach (var (what, ask) in new (string, Func<Task>)[]
        {
            ("open cases by due time, first page", () => List(new())), ("the same, 20,000 rows down or the last page", () => List(new(), after: far)), ("late ones", () => List(new() { Overdue = true })),
            ("the newest open ones", () => List(new(), CaseSort.Newest)), ("the oldest open ones", () => List(new(), CaseSort.Oldest)), ("closed ones", () => List(new() { State = CaseState.Closed }, CaseSort.Newest)),
            ("severe ones", () => List(new() { Severity = Severity.Severe })), ("the counts over the list", () => company.Store.Office.Do(new CountCases(), caller)),
        })
            findings.Add(await Told(company, $"inbox, {who}: {what}", ask, InboxAim));
        return findings;
    }

    static async Task<Finding> Page(CaseCompany company)
    {
        await using var node = await WebNode.On(company.Store.Setting);
        using var wire = await Wire.To(node.Address);
        var request = Wire.Request("GET", "/cases", $"Cookie: regard={await company.SignIn()}\r\n");
        return await Told(company, "inbox, whole company: the page as HTML, request to answer", async () =>
        {
            if (await wire.Exchange(request) is not 200 and var status) throw new InvalidOperationException($"The inbox answered {status}.");
        }, InboxAim);
    }

    /// <summary>Each word among the open ones and among all; the slower of the two is told.</summary>
    static async Task<IReadOnlyList<Finding>> Searches(CaseCompany company, string who, Caller caller)
    {
        var findings = new List<Finding>();
        foreach (var word in (string[])[.. CaseSayings.Marked.Select(m => m.Word), "等待 refund", "王小明", "无此字样"])
        {
            Task<CasesFound> Search(bool all) => company.Store.Office.Do(new ListCases(new() { Query = word, IncludeClosed = all }), caller);
            var (open, all) = (await Search(false), await Search(true));
            static string Said(CasesFound found) => found.IsMore ? $"over {found.Count}" : found.Count.ToString(CultureInfo.InvariantCulture);
            var tellings = new[] { await Told(company, "", () => Search(false), SearchAim), await Told(company, "", () => Search(true), SearchAim) };
            findings.Add(new($"search, {who}: {word} ({Said(open)} open, {Said(all)} in all)", company.Store.Engine.ToString(), string.Join("; ", tellings.Select((t, i) => $"{(i == 0 ? "open" : "all")} {t.Measured}")), $"under {SearchAim} ms", tellings.All(t => t.Met == true)));
            Log.Say($"{findings[^1].What} {findings[^1].On}: {findings[^1].Measured}");
        }
        return findings;
    }

    static async Task<Finding> Told(CaseCompany company, string what, Func<Task> ask, double aim)
    {
        for (var i = 0; i < WarmUps; i++) await ask();
        var times = new List<double>();
        for (var i = 0; i < Asked; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await ask();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        if (what.Length > 0) Log.Say($"{what} {company.Store.Engine}: {times.Median():n1} ms, slowest {times.Max():n1} ms");
        return new(what, company.Store.Engine.ToString(), string.Create(CultureInfo.InvariantCulture, $"{times.Median():n1} ms"), $"under {aim} ms", times.Median() < aim);
    }
}
