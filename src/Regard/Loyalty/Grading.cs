using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>Grades customers by a rule: 1 to 4 for A to D; whoever brought nothing has no grade.</summary>
static class Grading
{
    public static byte[] Of(GradeRule rule, double[] worths)
    {
        var grades = new byte[worths.Length];
        if (!worths.Any(w => w > 0)) return grades;
        var found = rule.Method == GradeMethod.Shares ? ValueGrades.ByShare(worths, rule.Cuts) : ValueGrades.ByThreshold(worths, rule.Cuts);
        for (var c = 0; c < grades.Length; c++) if (worths[c] > 0) grades[c] = (byte)(found.Of[c] + 1);
        return grades;
    }
}
