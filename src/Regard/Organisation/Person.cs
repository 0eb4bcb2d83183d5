namespace Regard.Organisation;

/// <summary>Somebody who works with Regard: an employee, or an agency's.</summary>
public sealed record Person
{
    public required Id<Person> Id { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required string LanguageTag { get; init; }
    public DateTimeOffset? LeftAt { get; init; }

    internal static IEnumerable<Problem> Problems(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) yield return new("Name", "Give the person's name.");
        else if (name.Length > 200) yield return new("Name", "Keep the name under {0} characters.", 200);
    }

    public Language Language => Languages.FromTag(LanguageTag) ?? Language.English;
}
