namespace Regard.Surveys;

/// <summary>Whole numbers from one to another, the ends named. An answer is kept as a byte: its distance from the low end.</summary>
public sealed record Scale : Kept
{
    public const int LongestSpan = 100;

    public int From { get; init; } = 1;
    public int To { get; init; } = 7;
    public Text? Low { get; init; }
    public Text? High { get; init; }

    public bool Holds(decimal answer) => answer >= From && answer <= To && decimal.IsInteger(answer);
}
