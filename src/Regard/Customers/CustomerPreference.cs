namespace Regard.Customers;

/// <summary>How a customer likes to be served, in the words of whoever heard it.</summary>
public sealed record CustomerPreference
{
    public required Id<CustomerPreference> Id { get; init; }
    public required string Words { get; init; }
    public required DateOnly SaidOn { get; init; }
    public string? NotedBy { get; init; }
    public required DateTimeOffset NotedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public string? EndedBy { get; init; }

    public bool Holds => EndedAt is null;
}
