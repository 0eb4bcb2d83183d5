namespace Regard.Loyalty;

/// <summary>Grades customers by a rule; whoever brought nothing has no grade.</summary>
static class Grading
{
    public static byte[] Of(GradeRule rule, double[] worths) => rule.Method == GradeMethod.Amounts ? ByAmounts(rule, worths) : ByShares(rule, worths);

    static byte[] ByAmounts(GradeRule rule, double[] worths)
    {
        var grades = new byte[worths.Length];
        for (var c = 0; c < worths.Length; c++)
            if (worths[c] > 0) grades[c] = (byte)(1 + rule.Cuts.Count(cut => worths[c] < cut));
        return grades;
    }

    static byte[] ByShares(GradeRule rule, double[] worths)
    {
        int[] order = [.. Enumerable.Range(0, worths.Length).Where(c => worths[c] > 0)];
        Array.Sort(Array.ConvertAll(order, c => -worths[c]), order);
        var (grades, total, before) = (new byte[worths.Length], order.Sum(c => worths[c]), 0.0);
        foreach (var c in order)
        {
            grades[c] = (byte)(1 + rule.Cuts.Count(cut => before / total >= cut));
            before += worths[c];
        }
        return grades;
    }
}
