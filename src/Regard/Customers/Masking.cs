namespace Regard.Customers;

/// <summary>Puts dots in the place of personal data, for who may see the customer and not who it is. Follows <see cref="PersonalData.Columns"/>.</summary>
static class Masking
{
    /// <summary>The view with the names of units filled in, and masked where it is due.</summary>
    public static CustomerView Seen(CustomerView view, CustomerSight sight)
    {
        var named = view with
        {
            Account = view.Account is { } a && sight.Sees(a.UnitId) ? Seen(a, sight) : null,
            Contacts = [.. view.Contacts.Where(c => sight.Sees(c.UnitId)).Select(c => Seen(c, sight))],
            Merged = [.. view.Merged.Select(m => Seen(m, sight))],
            Timeline = view.Timeline with { Entries = [.. view.Timeline.Entries.Select(e => e with { UnitName = e.UnitName ?? sight.UnitName(e.UnitId) })] },
        };
        if (view.SeesPersonalData) return named;
        return named with
        {
            Customer = Masked(view.Customer),
            Assets = [.. view.Assets.Select(a => a with { ExternalId = Dots(a.ExternalId)!, Plate = Dots(a.Plate), Serial = Dots(a.Serial) })],
            Contracts = [.. view.Contracts.Select(c => c with { ExternalId = Dots(c.ExternalId)! })],
            Consents = [.. view.Consents.Select(c => c with { Source = Dots(c.Source) })],
            Preferences = [.. view.Preferences.Select(p => p with { Words = Dots(p.Words)! })],
            Promises = [.. view.Promises.Select(p => p with { Words = Dots(p.Words)!, Note = Dots(p.Note) })],
            Notes = [.. view.Notes.Select(n => n with { Words = Dots(n.Words)! })],
            Timeline = named.Timeline with { Entries = [.. named.Timeline.Entries.Select(Masked)] },
        };
    }

    public static Customer Seen(Customer c, CustomerSight sight) => sight.SeesNames(c.UnitId) ? c : Masked(c);

    static Customer Masked(Customer c) => c with { ExternalId = Dots(c.ExternalId), Name = Dots(c.Name), Email = Dots(c.Email), Phone = Dots(c.Phone) };

    static TimelineEntry Masked(TimelineEntry e) => e with
    {
        Text = e.Kind == TimelineKind.ContractEnded ? e.Text : Dots(e.Text), Plate = Dots(e.Plate), Name = e.Kind == TimelineKind.Merge ? Dots(e.Name) : e.Name,
    };

    public static CustomerLabel Seen(CustomerLabel c, CustomerSight sight) => sight.SeesNames(c.UnitId) ? c : c with { Name = Dots(c.Name) };

    public static MergedCustomer Seen(MergedCustomer m, CustomerSight sight) => sight.SeesNames(m.UnitId) ? m : m with { Name = Dots(m.Name), IntoName = Dots(m.IntoName) };

    static string? Dots(string? text) => PersonalData.Masked(text);
}
