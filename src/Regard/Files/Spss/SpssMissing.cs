namespace Regard.Files.Spss;

/// <summary>Values that the maker of the file declared to be no answer.</summary>
sealed record SpssMissing(double Low, double High, double[] Numbers, byte[][] Texts)
{
    public static SpssMissing None { get; } = new(double.NaN, double.NaN, [], []);

    public bool IsDeclared => !double.IsNaN(Low) || Numbers.Length > 0 || Texts.Length > 0;
    public bool Has(double value) => value >= Low && value <= High || Array.IndexOf(Numbers, value) >= 0;

    /// <param name="text">Without spaces at its end.</param>
    public bool Has(ReadOnlySpan<byte> text)
    {
        foreach (var t in Texts) if (text.SequenceEqual(t)) return true;
        return false;
    }

    /// <param name="count">Negative when the first two are the ends of a range.</param>
    public static SpssMissing Read(SpssReader file, int count, bool isText)
    {
        if (count is 0) return None;
        if (count is < -3 or > 3 or -1 || isText && count < 0) throw file.Damaged;
        if (isText) return None with { Texts = [.. Enumerable.Range(0, count).Select(_ => file.Take(8).TrimEnd((byte)' ').ToArray())] };
        var numbers = Enumerable.Range(0, Math.Abs(count)).Select(_ => file.Number()).ToArray();
        return count > 0 ? None with { Numbers = numbers } : new(numbers[0], numbers[1], numbers[2..], []);
    }
}
