using Regard.Organisation;
namespace Regard.Care;

/// <summary>What one person gave on authority or asked for, as far as a look at misuse needs it.</summary>
public sealed record AuthorityUse
{
    public required Id<Person> PersonId { get; init; }
    public required string Name { get; init; }
    /// <summary>Gestures that cost something, asked for by this person.</summary>
    public required long Asked { get; init; }
    /// <summary>Of those, given at once.</summary>
    public required long AtOnce { get; init; }
    public required long Amount { get; init; }
    /// <summary>Of those given at once, so many reached nine tenths of the limit or more.</summary>
    public required long NearLimit { get; init; }
    public required long TakenBack { get; init; }
    /// <summary>Most gestures to one customer.</summary>
    public required long MostToOne { get; init; }
    public IReadOnlyList<MisuseSignal> Signals { get; init; } = [];
}
