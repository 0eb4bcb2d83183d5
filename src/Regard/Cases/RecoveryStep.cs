using System.Text.Json.Serialization;
namespace Regard.Cases;

/// <summary>The seven steps of making a failure good, in their order.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RecoveryStep>))]
public enum RecoveryStep { Apologise, Solve, Communicate, Delight, Improve, Report, FollowUp }

/// <summary>A step that was done.</summary>
public sealed record StepDone
{
    public required RecoveryStep Step { get; init; }
    public CaseChannel? Channel { get; init; }
    public required string Words { get; init; }
    public string? DoneBy { get; init; }
    public required DateTimeOffset DoneAt { get; init; }
}
