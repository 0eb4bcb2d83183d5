namespace Regard.Organisation;

/// <summary>That a colleague was trained and certified in something.</summary>
public sealed record Certificate
{
    public const int LongestName = 120, DaysSoon = 60;

    public required Id<Person> PersonId { get; init; }
    public required string Name { get; init; }
    /// <summary>The last day; null where it does not run out.</summary>
    public DateOnly? ValidUntil { get; init; }

    public bool IsValidOn(DateOnly day) => ValidUntil is not { } until || until >= day;
    public bool EndsSoon(DateOnly day) => IsValidOn(day) && ValidUntil is { } until && until <= day.AddDays(DaysSoon);

    internal static IEnumerable<Problem> Problems(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) yield return new("Name", "Say what the certificate is for.");
        else if (name.Trim().Length > LongestName) yield return new("Name", "At most {0} characters.", LongestName);
    }
}
