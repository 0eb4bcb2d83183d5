namespace Regard.Loyalty;

/// <summary>The grades of all customers at the beginnings of quarters and now: as held where they were graded at the time, else as the rule would have graded them.</summary>
sealed class GradeCourse
{
    /// <summary>By quarter and customer: 0 for none, 1 to 4 for A to D, on the day before the quarter begins.</summary>
    public required byte[][] AtBegin { get; init; }
    public required byte[] Now { get; init; }
    /// <summary>What was worth how much for <see cref="Now"/>.</summary>
    public required double[] Worths { get; init; }
    /// <summary>New entries of the history: from the day on the customer holds the grade.</summary>
    public required IReadOnlyList<HeldGrade> Changes { get; init; }

    /// <param name="lifetime">What each customer is expected to bring yet, where the rule grades by that.</param>
    public static GradeCourse Of(CustomerBook book, Quarters quarters, GradeRule rule, double[]? lifetime)
    {
        var worths = rule.Basis == GradeBasis.Lifetime ? lifetime! : WorthUntil.Of(book, rule.Basis, rule.Months, quarters.AsOf);
        var now = Grading.Of(rule, worths);
        var begins = new byte[quarters.Count][];
        var firstHeld = book.Held.Count == 0 ? int.MaxValue : book.Held[0].Day;
        var (held, next) = (new byte[book.Count], 0);
        var changes = new List<HeldGrade>();
        for (var q = 0; q < quarters.Count; q++)
        {
            var day = quarters.Begins[q] - 1;
            for (; next < book.Held.Count && book.Held[next].Day <= day; next++) held[book.Held[next].Customer] = Code(book.Held[next].Grade);
            if (day >= firstHeld || rule.Basis == GradeBasis.Lifetime) { begins[q] = [.. held]; continue; }
            begins[q] = Grading.Of(rule, WorthUntil.Of(book, rule.Basis, rule.Months, day));
            if (firstHeld == int.MaxValue) Note(changes, held, begins[q], day);
        }
        for (; next < book.Held.Count; next++) held[book.Held[next].Customer] = Code(book.Held[next].Grade);
        Note(changes, held, now, quarters.AsOf);
        return new() { AtBegin = begins, Now = now, Worths = worths, Changes = changes };
    }

    static void Note(List<HeldGrade> changes, byte[] held, byte[] now, int day)
    {
        for (var c = 0; c < held.Length; c++)
            if (held[c] != now[c]) changes.Add(new(c, day, Letter(held[c] = now[c])));
    }

    public static string Letter(byte code) => code == 0 ? GradeRule.Ungraded : GradeRule.Grades[code - 1];
    static byte Code(string letter) => (byte)(letter.Length == 0 ? 0 : letter[0] - 'A' + 1);
}
