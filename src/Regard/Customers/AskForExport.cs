namespace Regard.Customers;

/// <summary>Notes in the trail that somebody takes a list of customers along. Without it there is no export.</summary>
public sealed record AskForExport(CustomerFilter Filter, CustomerSort Sort = CustomerSort.Worth) : Change<ExportPass>
{
    internal override Permission Needs => Permission.SeeCustomers;
    internal override string Subject => $"{Filter.Subject} {Sort}".Trim();
    internal override IEnumerable<Problem> Check() => Filter.Problems();

    internal override async Task<ExportPass> Run(Session s)
    {
        if (Filter.Unit is { } unit && !(await CustomerSight.Of(s)).Sees(unit)) throw new NotFound("There is no such unit in your care.");
        return new(Filter, Sort);
    }
}

/// <summary>Only <see cref="AskForExport"/> makes one and only <see cref="ExportCustomers"/> reads it.</summary>
public sealed class ExportPass
{
    internal ExportPass(CustomerFilter filter, CustomerSort sort) => (Filter, Sort) = (filter, sort);
    internal CustomerFilter Filter { get; }
    internal CustomerSort Sort { get; }
}
