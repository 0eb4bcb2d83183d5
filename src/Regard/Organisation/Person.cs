namespace Regard.Organisation;

/// <summary>Somebody who works with Regard: an employee, or an agency's.</summary>
public sealed record Person
{
    public required Id<Person> Id { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required string LanguageTag { get; init; }
    public DateTimeOffset? LeftAt { get; init; }

    public Language Language => Languages.FromTag(LanguageTag) ?? Language.English;
}
