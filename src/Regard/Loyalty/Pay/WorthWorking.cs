using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>Works out what satisfaction is worth: reads in one transaction, computes outside of any, keeps in another.</summary>
sealed class WorthWorking(Office office)
{
    public async Task Run(WorkedOut found, Caller caller)
    {
        var answers = await office.Do(new ReadAnswers(found.Book), caller);
        if (answers.IsEmpty) return;
        var costs = await office.Do(new CostsOfPoints(), caller);
        await office.Do(new KeepWorth(found, Of(found, answers, costs)), caller);
    }

    static List<(Id<Unit>, string, string)> Of(WorkedOut found, CustomerAnswers answers, IReadOnlyList<Cost> costs)
    {
        var (book, margin, documents) = (found.Book, found.Lifetimes.Models.Margin is > 0 and var m ? m : (double?)null, new List<(Id<Unit>, string, string)>());
        var (propensity, repurchase) = (Propensity.Of(answers.Troubles), Repurchase.Rows(book, answers.Factors, found.ChurnRule.DaysOf));
        var outcomes = AnswerOutcomes.Of(book, answers.Satisfaction, found.ChurnRule.DaysOf, margin ?? 1);
        var (worth, kept) = (ByUnit(book, outcomes.Worth), ByUnit(book, outcomes.Kept));
        for (var u = 0; u < book.Units.Count; u++)
        {
            var unit = book.Units[u].Id;
            if (worth[u].Count > 0 || kept[u].Count > 0)
            {
                var cost = margin is null ? null : CostPerPoint(book, u, costs);
                var document = new WorthDocument { Margin = margin, CostPerPoint = cost, Worth = WorthFitting.Of(worth[u], cost ?? 0), Kept = WorthFitting.Of(kept[u], 0) };
                documents.Add((unit, WorthDocument.Kind, UnitDocuments.Write(document)));
            }
            int[] under = [.. Enumerable.Range(0, book.Units.Count).Where(below => book.UpFrom[below].Contains(u))];
            var keys = under.Select(below => book.Units[below].Id.Value).ToHashSet();
            if (answers.Troubles.Count > 0)
            {
                var told = Propensity.PerTold(answers.Troubles, propensity.Model, keys.Contains);
                documents.Add((unit, PropensityDocument.Kind, UnitDocuments.Write(new PropensityDocument { Model = propensity.Figures, Texts = answers.Texts, From = book.AsOf.AddMonths(-ReadAnswers.MonthsOfProblems), PerTold = told?.PerTold, N = told?.N ?? 0 })));
            }
            if (kept[u].Count > 0) documents.Add((unit, RepurchaseDocument.Kind, UnitDocuments.Write(new RepurchaseDocument { Model = Repurchase.Of(repurchase, customer => book.UnitOf[customer] is >= 0 and var at && book.UpFrom[at].Contains(u)) })));
            if (WalletWorking.Of(book, found.Grades, answers.Wallets, u) is { } wallet) documents.Add((unit, WalletDocument.Kind, UnitDocuments.Write(wallet)));
            var problems = under.Select(below => answers.Problems.GetValueOrDefault(book.Units[below].Id.Value)).Aggregate(default(ProblemCount), ProblemCount.Add);
            if (problems.Asked > 0) documents.Add((unit, ProblemDocument.Kind, UnitDocuments.Write(new ProblemDocument { Count = problems })));
        }
        return documents;
    }

    static List<AnswerOutcome>[] ByUnit(CustomerBook book, IReadOnlyList<AnswerOutcome> outcomes)
    {
        var byUnit = Array.ConvertAll(new int[book.Units.Count], _ => new List<AnswerOutcome>());
        foreach (var outcome in outcomes)
            if (book.UnitOf[outcome.Customer] is >= 0 and var at) foreach (var unit in book.UpFrom[at]) byUnit[unit].Add(outcome);
        return byUnit;
    }

    /// <summary>Of all lines that say how many points they brought to how many customers: of the unit, of those below and of those above it.</summary>
    static double? CostPerPoint(CustomerBook book, int unit, IReadOnlyList<Cost> costs)
    {
        var related = book.UpFrom[unit].Concat(Enumerable.Range(0, book.Units.Count).Where(below => book.UpFrom[below].Contains(unit))).Select(u => book.Units[u].Id).ToHashSet();
        var lines = costs.Where(c => related.Contains(c.UnitId)).ToList();
        return lines.Count == 0 ? null : lines.Sum(c => (double)c.Amount) / lines.Sum(c => c.Points!.Value * c.Customers!.Value);
    }
}
