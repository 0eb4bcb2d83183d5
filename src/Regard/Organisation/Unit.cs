using System.Text.Json.Serialization;
namespace Regard.Organisation;

[JsonConverter(typeof(JsonStringEnumConverter<UnitKind>))]
public enum UnitKind
{
    Group, Company, Region, Store, Department,
    /// <summary>Another company whose customers are asked the same. It stands apart from the tree and never counts in the company's own numbers.</summary>
    Competitor,
}

public static class UnitKinds
{
    public static IReadOnlyList<UnitKind> All { get; } = Enum.GetValues<UnitKind>();

    public static Words Said(this UnitKind kind) => Words.Of(kind == UnitKind.Group ? "Group of companies" : kind.ToString());
}

/// <summary>A part of the company. Where it stands in the tree is dated apart, in its places.</summary>
public sealed record Unit
{
    public required Id<Unit> Id { get; init; }
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required UnitKind Kind { get; init; }
    /// <summary>From this day on it does no more business; what was measured before stays.</summary>
    public DateOnly? ClosedOn { get; init; }

    public bool IsOpenOn(DateOnly day) => ClosedOn is not { } closed || day < closed;

    /// <summary>The company's root stands from before anything that will be told of it.</summary>
    internal static DateOnly FirstDay { get; } = new(1900, 1, 1);

    internal static IEnumerable<Problem> Problems(string? code, string? name)
    {
        if (string.IsNullOrWhiteSpace(code)) yield return new("Code", "Give the unit a short code, such as N01.");
        else if (code.Trim().Length > 40 || code.Any(char.IsControl)) yield return new("Code", "Keep the code under {0} characters, on one line.", 40);
        foreach (var p in NameProblems(name)) yield return p;
    }

    internal static IEnumerable<Problem> NameProblems(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) yield return new("Name", "Give the unit a name.");
        else if (name.Trim().Length > 200 || name.Any(char.IsControl)) yield return new("Name", "Keep the name under {0} characters, on one line.", 200);
    }
}
