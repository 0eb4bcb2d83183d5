using Regard.Customers;
using Regard.Organisation;
namespace Regard.Surveys;

/// <summary>One customer in the sample of a wave, and how far they came.</summary>
public sealed record Invitation
{
    public required Id<Customer> CustomerId { get; init; }
    public required Id<Invitation> Id { get; init; }
    public required Id<Wave> WaveId { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public required string Segment { get; init; }
    public byte[]? SecretHash { get; init; }
    public DateTimeOffset? LinkedAt { get; init; }
    public DateTimeOffset? OpenedAt { get; init; }
    public DateTimeOffset? SubmittedAt { get; init; }
}
