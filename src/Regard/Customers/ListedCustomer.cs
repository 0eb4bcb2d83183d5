namespace Regard.Customers;

/// <summary>A customer with what says who it is, as lists show one.</summary>
public abstract record ListedCustomer
{
    public required Id<Customer> CustomerId { get; init; }
    public required long Number { get; init; }
    public string? Name { get; init; }
    public string? Phone { get; init; }
}

static class ListedCustomers
{
    /// <summary>As whoever sees names reads it, or whoever does not.</summary>
    public static T Shown<T>(this T customer, bool named) where T : ListedCustomer =>
        named ? customer : customer with { Name = PersonalData.Masked(customer.Name), Phone = PersonalData.Masked(customer.Phone) };
}
