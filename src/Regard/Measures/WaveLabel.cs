using Regard.Surveys;
namespace Regard.Measures;

/// <summary>A wave as pages name it.</summary>
public sealed record WaveLabel
{
    public required Id<Wave> Id { get; init; }
    public required Id<Programme> ProgrammeId { get; init; }
    public required long Number { get; init; }
    public required string Name { get; init; }
    public required WaveState State { get; init; }
    public required DateOnly OpensOn { get; init; }
    public required DateOnly ClosesOn { get; init; }
    public required long MinimumN { get; init; }

    internal static WaveLabel Of(Wave w) => new()
    {
        Id = w.Id, ProgrammeId = w.ProgrammeId, Number = w.Number, Name = w.Name, State = w.State, OpensOn = w.OpensOn, ClosesOn = w.ClosesOn,
        MinimumN = Math.Max(Programme.SmallestMinimum, w.MinimumN),
    };
}
