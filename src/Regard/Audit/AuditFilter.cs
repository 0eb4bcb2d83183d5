namespace Regard.Audit;

/// <summary>Which rows of the trail are asked for; what is left out does not narrow.</summary>
public sealed record AuditFilter
{
    /// <summary>A part of the person's name.</summary>
    public string? Person { get; init; }
    public string? Operation { get; init; }
    public Outcome? Outcome { get; init; }
    public DateOnly? From { get; init; }
    /// <summary>The last day asked for, in UTC.</summary>
    public DateOnly? To { get; init; }

    internal IEnumerable<Problem> Problems()
    {
        if (From > To) yield return new(nameof(To), "The last day lies before the first.");
    }

    internal string Where => string.Join(" and ", new[]
    {
        "number < @before",
        string.IsNullOrWhiteSpace(Person) ? null : "lower(person_name) like @person escape '!'",
        string.IsNullOrWhiteSpace(Operation) ? null : "operation = @operation",
        Outcome is null ? null : "outcome = @outcome",
        From is null ? null : "at >= @from",
        To is null ? null : "at < @until",
    }.OfType<string>());

    internal object Values(long before, int howMany) => new
    {
        before, howMany,
        person = $"%{Person?.Trim().ToLowerInvariant().Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%",
        operation = Operation?.Trim(), outcome = Outcome?.ToString(),
        from = Start(From ?? DateOnly.MinValue), until = Start((To ?? DateOnly.MinValue).AddDays(1)),
    };

    static DateTimeOffset Start(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
