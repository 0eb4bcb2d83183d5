using Regard.Organisation;
namespace Regard.Cases;

/// <summary>A case with all that hangs on it, as far as the reader may see it. Lists are in the order of time.</summary>
public sealed record CaseWhole
{
    public required Case Case { get; init; }
    public required string UnitName { get; init; }
    public required string OwnerName { get; init; }
    public required string SponsorName { get; init; }
    public string? AboutName { get; init; }
    public string? SpokespersonName { get; init; }
    public required DateTimeOffset Now { get; init; }
    public required IReadOnlyList<CaseClock> Clocks { get; init; }
    public required IReadOnlyList<OwnerHeld> Owners { get; init; }
    public required IReadOnlyList<HandOverOffer> Offers { get; init; }
    public required IReadOnlyList<StepDone> Steps { get; init; }
    public required IReadOnlyList<CaseNote> Notes { get; init; }
    public required IReadOnlyList<CaseFile> Files { get; init; }
    public required IReadOnlyList<CaseTask> Tasks { get; init; }
    public required IReadOnlyList<Proposal> Proposals { get; init; }
    public required IReadOnlyList<Closure> Closures { get; init; }
    public required IReadOnlyList<CaseEscalation> Escalations { get; init; }
    public required IReadOnlyList<CaseReview> Reviews { get; init; }
    /// <summary>What the customer was asked, while we wait for the answer.</summary>
    public string? Asked { get; init; }
    /// <summary>Number of the case that it goes on in.</summary>
    public long? MergedIntoNumber { get; init; }
    /// <summary>Numbers of the cases that go on in this one.</summary>
    public required IReadOnlyList<long> Merged { get; init; }
    public required bool SeesPersonalData { get; init; }
    public required bool MayHandle { get; init; }
    public required bool MayManage { get; init; }

    public HandOverOffer? OpenOffer => Offers.LastOrDefault(o => o.IsOpen);
    public bool HasDone(RecoveryStep step) => Steps.Any(d => d.Step == step);
}
