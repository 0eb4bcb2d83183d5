using Regard.Files;
using Regard.Organisation;
namespace Regard.Surveys;

/// <summary>Where the rows of a file go, and what they are checked against.</summary>
sealed record ImportPlace
{
    public required Wave Wave { get; init; }
    public required FormVersion Form { get; init; }
    public required UnitTree Tree { get; init; }
    public required HashSet<Id<Unit>> Care { get; init; }
    /// <summary>The id of the unit that rows are about which do not say so themselves, as a Guid; else null.</summary>
    public required object? Unit { get; init; }
    public required DateTimeOffset Now { get; init; }
    public required Language Language { get; init; }
    /// <summary>Numbers that stand for "no answer"; null when there are none.</summary>
    public IReadOnlySet<int>? NoAnswer { get; init; }
    /// <summary>What the file says its codes mean.</summary>
    public Codebook? Codebook { get; init; }
    /// <summary>Keys of the file that came in before.</summary>
    public IReadOnlySet<Guid> Known { get; init; } = new HashSet<Guid>();

    public string Tag => Languages.FromTag(Form.Document.Languages.FirstOrDefault())?.Tag() ?? "";
}
