using System.Text.Json.Serialization;
using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Measures;

/// <summary>How the five dimensions are put together.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RaterWeighting>))]
public enum RaterWeighting
{
    /// <summary>By how important customers say they are.</summary>
    Stated,
    /// <summary>By what explains overall satisfaction (LMG).</summary>
    Derived,
    Equal,
}

/// <summary>What is said of service companies in general; held against the own data, not assumed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RaterClaim>))]
public enum RaterClaim
{
    /// <summary>Reliability and responsiveness matter most to customers.</summary>
    CustomersReliabilityAndResponsiveness,
    /// <summary>Management holds tangibles to matter most.</summary>
    ManagersTangibles,
}

public sealed record RaterView
{
    public required Standpoint At { get; init; }
    /// <summary>Empty when the form does not ask the five service dimensions.</summary>
    public IReadOnlyList<RaterRow> Rows { get; init; } = [];
    public IReadOnlyList<RaterIndexed> Indices { get; init; } = [];
    public IReadOnlyList<Claim> Claims { get; init; } = [];
    /// <summary>How assured customers feel in each unit right below, as far as it can be told.</summary>
    public IReadOnlyList<UnitAssurance> Assurance { get; init; } = [];
    /// <summary>Whose managers said how important it is to customers; null when too few did.</summary>
    public UnitLabel? Managers { get; init; }
}

public sealed record UnitAssurance(UnitLabel Unit, Figure Perceived);

public sealed record RaterRow
{
    public required NodeLabel Node { get; init; }
    public required Figure Perceived { get; init; }
    public required Figure Expected { get; init; }
    /// <summary>Perceived less expected.</summary>
    public required Figure Gap { get; init; }
    /// <summary>How important customers say it is.</summary>
    public required Figure Stated { get; init; }
    public int? StatedRank { get; init; }
    /// <summary>Share of overall satisfaction that it explains, 0 to 1.</summary>
    public required Figure Derived { get; init; }
    /// <summary>How important management believes it is to customers.</summary>
    public required Figure Believed { get; init; }
    public int? BelievedRank { get; init; }
}

public sealed record RaterIndexed(RaterWeighting Weighting, Figure Index);

/// <param name="Difference">Mean importance of the dimensions named less that of the others.</param>
public sealed record Claim(RaterClaim Says, Figure Difference)
{
    /// <summary>True or false where the interval leaves out zero; null where it cannot be told.</summary>
    public bool? Holds => Difference.Given ? Difference.Lower > 0 ? true : Difference.Upper < 0 ? false : null : null;

    internal static Claim Of(RaterClaim says, Estimate difference) => new(says, GapLine.Shown(difference));
}
