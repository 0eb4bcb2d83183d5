using Regard.Files;
using Regard.Organisation;
namespace Regard.Measures;

/// <summary>Takes a list of needs, CSV or a workbook; a code that is known is brought up to date.</summary>
/// <param name="File">Able to seek.</param>
public sealed record ImportNeeds(Stream File, string FileName, RowMode Mode = RowMode.AllOrNothing) : Change<Import>
{
    public const long Largest = 4 << 20;

    internal override Permission Needs => Permission.EditIndicators;
    internal override string Subject => FileName;

    internal override async Task<Import> Run(Session s)
    {
        await WholeCompany.Demand(s, Needs);
        if (File.Length > Largest) CsvFile.TooLarge(Largest);
        using var table = Table.Of(File);
        using var csv = table.Open(Largest);
        var check = new RowCheck(csv, Mode);
        var file = new NeedFile(csv, check, await NeedStore.Indicators(s), s.Caller.Language, FileName);
        var needs = file.Read().ToList();
        if (check.Rows == 0) throw new Invalid("File", "The file has a header and nothing below it.");
        var nothing = Mode == RowMode.AllOrNothing && check.TurnedAway > 0;
        var (before, added, updated, unchanged) = ((await NeedStore.All(s)).ToDictionary(n => n.Code), 0L, 0L, 0L);
        foreach (var need in nothing ? [] : needs)
        {
            // A file that says nothing in a language leaves what is known in it.
            var whole = before.TryGetValue(need.Code, out var known) ? need with { Names = new(known.Names.Concat(need.Names).GroupBy(n => n.Key).ToDictionary(g => g.Key, g => g.Last().Value)) } : need;
            if (known is not null && whole.SameAs(known)) { unchanged++; continue; }
            await NeedStore.Put(s, whole);
            if (known is null) added++; else updated++;
        }
        return await ImportStore.Keep(s, null, ImportKind.Needs, check.Report(FileName, table, nothing ? 0 : check.Rows - check.TurnedAway, file.Unknown) with { Added = added, Updated = updated, Unchanged = unchanged }, check.BadRows);
    }
}

/// <summary>What became of the lines of a list of needs.</summary>
public sealed record ShowNeedImport(Id<Import> Id) : Question<Import>
{
    internal override Permission Needs => Permission.EditIndicators;

    internal override async Task<Import> Run(Session s) =>
        (await s.One<ImportRow>($"{ImportRow.Select} where i.id = @Id and i.kind = '{nameof(ImportKind.Needs)}'", new { Id }, Words.Of("There is no such import."))).Read();
}
