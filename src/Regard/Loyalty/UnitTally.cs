using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>Adds customers up to the documents of each unit and of all units above it.</summary>
sealed class UnitTally(CustomerBook book, CustomerFacts[] facts, GradeCourse grades, Quarters quarters, RecencyFrequency scores)
{
    const int FewestToConcentrate = 10;
    const double DaysInMonth = 365.25 / 12;

    readonly int yearAgo = Math.Max(0, quarters.Count - 4);

    /// <summary>The customers of the unit and of all below it, by index.</summary>
    public IEnumerable<(int Unit, List<int> Customers)> Members()
    {
        var members = Array.ConvertAll(new int[book.Units.Count], _ => new List<int>());
        for (var c = 0; c < book.Count; c++)
            if (book.UnitOf[c] >= 0) foreach (var unit in book.UpFrom[book.UnitOf[c]]) members[unit].Add(c);
        return members.Select((m, unit) => (unit, m));
    }

    public BaseDocument Base(List<int> customers)
    {
        var counts = new Dictionary<(string, byte, CustomerState), (long N, double Worth)>();
        var (cells, worths) = (new long[25], new double[25]);
        var migration = Array.ConvertAll(new int[5], _ => new long[6]);
        foreach (var c in customers)
        {
            var key = (book.Segments[c], grades.Now[c], facts[c].State);
            var (n, worth) = counts.GetValueOrDefault(key);
            counts[key] = (n + 1, worth + grades.Worths[c]);
            if (scores.CellOf(c) is >= 0 and var cell) (cells[cell], worths[cell]) = (cells[cell] + 1, worths[cell] + grades.Worths[c]);
            var (then, now) = (grades.AtBegin[yearAgo][c], grades.Now[c]);
            if (then > 0 || now > 0) migration[then == 0 ? 4 : then - 1][facts[c].State == CustomerState.Lost ? 5 : now == 0 ? 4 : now - 1]++;
        }
        double[] positive = [.. customers.Select(c => grades.Worths[c]).Where(w => w > 0)];
        var concentration = positive.Length < FewestToConcentrate ? null : Concentration.Of(positive);
        return new()
        {
            Counts = [.. counts.OrderBy(p => p.Key.Item1, StringComparer.Ordinal).ThenBy(p => p.Key.Item2).ThenBy(p => p.Key.Item3).Select(p => new BaseCount(p.Key.Item1, GradeCourse.Letter(p.Key.Item2), p.Key.Item3, p.Value.N, p.Value.Worth))],
            Concentration = concentration is null ? [] : FromTheTop(concentration), TopFifth = ShareFigure.Of(concentration?.TopShare(0.2)), Gini = ShareFigure.Of(concentration?.Gini),
            RecencyFrequency = cells, RecencyFrequencyWorth = worths, Migration = migration, MigratedFrom = DateOnly.FromDayNumber(quarters.Begins[yearAgo] - 1),
        };
    }

    /// <summary>Lorenz's curve from its other end: what the best customers bring.</summary>
    static double[] FromTheTop(Concentration concentration)
    {
        var lorenz = concentration.Lorenz();
        return [.. Enumerable.Range(0, lorenz.Count).Select(k => Math.Round(1 - lorenz[^(k + 1)].Value, 6))];
    }

    public ChurnDocument Churn(List<int> customers)
    {
        long[][] Empty() => Array.ConvertAll(new int[quarters.Count], _ => new long[5]);
        var (atRisk, lost, won, returned) = (Empty(), Empty(), new long[quarters.Count], new long[quarters.Count]);
        foreach (var c in customers)
            for (var q = 0; q < quarters.Count; q++)
            {
                var bit = 1u << q;
                if ((facts[c].Born & bit) != 0) won[q]++;
                if ((facts[c].Returned & bit) != 0) returned[q]++;
                if ((facts[c].AtRisk & bit) == 0) continue;
                var grade = grades.AtBegin[q][c];
                atRisk[q][grade]++;
                if ((facts[c].Lost & bit) != 0) lost[q][grade]++;
            }
        return new() { Begins = [.. quarters.Begins.Select(DateOnly.FromDayNumber)], LastIsComplete = quarters.IsComplete(quarters.Count - 1), AtRisk = atRisk, Lost = lost, Won = won, Returned = returned };
    }

    public SurvivalDocument Survival(List<int> customers)
    {
        var groups = new Dictionary<(string By, string Name), SurvivalCount>();
        foreach (var c in customers)
        {
            if (facts[c].Birth == 0) continue;
            Count(groups, "", "", facts[c], facts[c].Birth);
            if (book.Segments[c].Length > 0) Count(groups, "Segment", book.Segments[c], facts[c], facts[c].Birth);
            if (FirstGraded(c) is { } first) Count(groups, "Grade", GradeCourse.Letter(first.Grade), facts[c], first.Day);
        }
        return new() { Groups = [.. groups.Values.OrderBy(g => g.By, StringComparer.Ordinal).ThenBy(g => g.Name, StringComparer.Ordinal)] };
    }

    /// <summary>Watched from the first grading on, for nobody is A before having bought: time before it would be time that only those live who stay.</summary>
    (byte Grade, int Day)? FirstGraded(int customer)
    {
        for (var q = 0; q < quarters.Count; q++)
            if (grades.AtBegin[q][customer] is > 0 and var grade) return (grade, quarters.Begins[q] - 1);
        return null;
    }

    void Count(Dictionary<(string, string), SurvivalCount> groups, string by, string name, in CustomerFacts f, int from)
    {
        if (f.FirstLost > 0 && f.FirstLost <= from) return;
        var group = groups.TryGetValue((by, name), out var known) ? known : groups[(by, name)] = new(by, name, new long[SurvivalDocument.Months + 1], new long[SurvivalDocument.Months + 1]);
        var months = (int)(((f.FirstLost > 0 ? f.FirstLost : quarters.AsOf) - from) / DaysInMonth);
        if (months >= SurvivalDocument.Months || f.FirstLost == 0) group.Stayed[Math.Min(months, SurvivalDocument.Months)]++;
        else group.Lost[months]++;
    }
}
