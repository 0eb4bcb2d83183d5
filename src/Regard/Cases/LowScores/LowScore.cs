using Regard.Customers;
using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Cases;

/// <summary>An answer to a survey so low that somebody sees to it.</summary>
public sealed record LowScore
{
    public required Id<Customer> CustomerId { get; init; }
    public required Id<Response> ResponseId { get; init; }
    public required Id<Unit> UnitId { get; init; }
    /// <summary>0 to 100.</summary>
    public required double Score { get; init; }
}
