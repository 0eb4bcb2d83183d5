using Regard.Files;
namespace Regard.Customers.Intake;

/// <summary>The files about customers that came in, newest first: all of them for who cares for the whole company, else one's own.</summary>
public sealed record ListCustomerImports(int Most = 50) : Question<IReadOnlyList<Import>>
{
    internal override Permission Needs => Permission.EditCustomers;

    internal override async Task<IReadOnlyList<Import>> Run(Session s)
    {
        var all = (await IntakePlace.Of(s)).CaresForAll;
        return [.. (await s.Many<ImportRow>($"{ImportRow.Select} where i.wave_id is null and i.kind not in ('{nameof(ImportKind.Metrics)}', '{nameof(ImportKind.Needs)}') {(all ? "" : "and i.made_by = @Person")} order by i.made_at desc, i.id desc limit @Most", new { s.Caller.Person, Most })).Select(r => r.Read())];
    }
}
