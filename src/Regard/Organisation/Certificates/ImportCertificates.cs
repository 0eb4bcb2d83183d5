using Regard.Files;
namespace Regard.Organisation;

/// <summary>Takes a file of certificates: the colleague's e-mail, what the certificate is for, and its last day. The same line again changes nothing.</summary>
/// <param name="File">Able to seek.</param>
public sealed record ImportCertificates(Stream File, string FileName, RowMode Mode = RowMode.AllOrNothing) : Change<Import>
{
    public const long Largest = 8 << 20;

    internal override Permission Needs => Permission.EditPlans;
    internal override string Subject => FileName;

    public static IReadOnlyList<FileColumn> Columns { get; } =
    [
        new("email", "邮箱", "電子郵件", Text.Of("E-mail address by which the colleague signs in", "同事的登录邮箱", "同事的登入電子郵件"), ["li.na@example.com", "bob@example.com"], true, "e-mail", "person", "员工邮箱", "員工郵箱", "電郵"),
        new("certificate", "证书", "證書", Text.Of("What it is for", "证书名称", "證書名稱"), ["High-voltage systems", "Reception"], true, "name", "资格", "資格", "认证", "認證", "培训", "培訓"),
        new("valid_until", "有效期至", "有效期至", Text.Of("The last day; empty where it does not run out", "有效的最后一天；长期有效则留空", "有效的最後一天；長期有效則留空"), ["2027-12-31", ""], false, "expires", "到期日", "有效期"),
    ];

    internal override async Task<Import> Run(Session s)
    {
        if (File.Length > Largest) CsvFile.TooLarge(Largest);
        using var table = Table.Of(File);
        using var csv = table.Open(Largest);
        var (check, columns) = (new RowCheck(csv, Mode), new FileColumns(csv, Columns));
        var led = (await CertificateStore.FrontLine(s, (await UnitStore.Tree(s, s.Today)).InCare(s.Caller, Needs))).DistinctBy(p => p.PersonId).ToDictionary(p => Email.Plain(p.Email));
        var known = (await CertificateStore.Of(s, led.Values.Select(p => p.PersonId))).SelectMany(g => g).ToDictionary(c => (c.PersonId, c.Name), c => c.ValidUntil);
        var (fresh, seen) = (new List<Certificate>(), new HashSet<(Id<Person>, string)>());
        while (csv.Read())
        {
            if (csv.IsBlank) continue;
            check.Begin();
            var row = Row(csv, columns, check, led);
            if (row is not null && !seen.Add((row.PersonId, row.Name))) check.Wrong("certificate", Words.Of("{0} stands in this file twice.", row.Name));
            else if (row is not null) fresh.Add(row);
            check.End(s.Caller.Language);
        }
        if (check.Rows == 0) throw new Invalid("File", "The file has a header and nothing below it.");
        var nothing = Mode == RowMode.AllOrNothing && check.TurnedAway > 0;
        var (added, updated, unchanged) = (0L, 0L, 0L);
        foreach (var c in nothing ? [] : fresh)
        {
            var isKnown = known.TryGetValue((c.PersonId, c.Name), out var until);
            if (isKnown && until == c.ValidUntil) { unchanged++; continue; }
            await CertificateStore.Put(s, c.PersonId, c.Name, c.ValidUntil);
            if (isKnown) updated++; else added++;
        }
        return await ImportStore.Keep(s, null, ImportKind.Certificates, check.Report(FileName, table, nothing ? 0 : check.Rows - check.TurnedAway, columns.Unknown) with { Added = added, Updated = updated, Unchanged = unchanged }, check.BadRows);
    }

    /// <summary>Null when something is wrong with it, which the check was told.</summary>
    static Certificate? Row(CsvFile csv, FileColumns columns, RowCheck check, Dictionary<string, FrontLineRow> led)
    {
        var (email, name, until) = (csv.Cell(columns.Find("email")), csv.Cell(columns.Find("certificate")), csv.Cell(columns.Find("valid_until")));
        var (day, wrong) = until.Length == 0 ? (default, null) : FileDay.Read(until);
        if (wrong is not null) check.Wrong("valid_until", wrong);
        foreach (var problem in Certificate.Problems(name)) check.Wrong("certificate", problem.Words);
        if (!led.TryGetValue(Email.Plain(email), out var person)) check.Wrong("email", Words.Of("Nobody with the e-mail {0} serves customers in the units that you lead.", email.Length > 60 ? email[..60] + "…" : email));
        return check.IsRowGood ? new() { PersonId = person!.PersonId, Name = name, ValidUntil = until.Length == 0 ? null : day } : null;
    }
}

/// <summary>What became of the lines of a file of certificates.</summary>
public sealed record ShowCertificateImport(Id<Import> Id) : Question<Import>
{
    internal override Permission Needs => Permission.EditPlans;

    internal override async Task<Import> Run(Session s)
    {
        var import = await s.One<ImportRow>($"{ImportRow.Select} where i.id = @Id and i.kind = '{nameof(ImportKind.Certificates)}'", new { Id }, Words.Of("There is no such import."));
        return import.PersonId == s.Caller.Person || await WholeCompany.Is(s, Needs) ? import.Read() : throw new NotFound("There is no such import.");
    }
}
