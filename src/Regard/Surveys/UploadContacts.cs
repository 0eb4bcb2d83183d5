using Regard.Customers;
using Regard.Files;
using Regard.Organisation;
namespace Regard.Surveys;

/// <summary>Puts customers into the sample of a wave, from a CSV file or workbook with the columns external_id, unit and, as far as known, name, email, phone, language, segment.</summary>
/// <param name="File">Able to seek.</param>
public sealed record UploadContacts(Id<Wave> WaveId, Stream File, string FileName, RowMode Mode = RowMode.AllOrNothing) : Change<Import>
{
    internal override Permission Needs => Permission.DoFieldwork;
    internal override string? Subject => WaveId.ToString();

    internal override async Task<Import> Run(Session s)
    {
        var wave = await s.Wave(WaveId);
        if (wave.ClosedAt is not null) throw new Refused("This wave is closed already.");
        var tree = await UnitStore.Tree(s, wave.TreeDay);
        var already = (await s.Many<string>("""
            select c.external_id from invitations i join customers c on c.customer_id = i.customer_id
            where i.wave_id = @WaveId and c.external_id is not null
            """, new { WaveId })).ToHashSet();
        using var table = Table.Of(File);
        using var csv = table.Open();
        var check = new RowCheck(csv, Mode);
        var rows = new ContactRows(csv, tree, tree.InCare(s.Caller, Permission.DoFieldwork), already, check);
        var contacts = rows.Read(s.Caller.Language);
        if (check.Rows == 0) throw new Invalid("File", "The file has a header and nothing below it.");
        if (Mode == RowMode.AllOrNothing && check.TurnedAway > 0) contacts = [];
        if (contacts.Count > 0) await Invite(s, contacts);
        return await ImportStore.Keep(s, WaveId, ImportKind.Contacts, check.Report(FileName, table, contacts.Count, rows.UnknownColumns), check.BadRows);
    }

    async Task Invite(Session s, List<Contact> contacts)
    {
        var keys = await CustomerStore.Recognise(s, contacts);
        await using var append = s.Dialect.Append(s.Transaction, "invitations", "customer_id", "id", "wave_id", "unit_id", "segment", "created_at");
        foreach (var c in contacts) await append.Write(keys[c.ExternalId].Value, Id<Invitation>.New(s.Now).Value, WaveId.Value, c.UnitId.Value, c.Segment, s.Now);
        await append.Complete();
    }
}
