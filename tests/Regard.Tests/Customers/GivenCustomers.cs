using System.Text;
using Regard.Customers.Intake;
using Regard.Files;
using Regard.Tests.Organisation;
namespace Regard.Tests.Customers;

/// <summary>A company and the files that its customers come in.</summary>
public sealed class GivenCustomers
{
    public required Company Company { get; init; }
    public TestOffice Test => Company.Test;

    public static async Task<GivenCustomers> In(TestOffice t) => new() { Company = await Company.In(t) };

    /// <summary>Persons K1 and K2 in stores N1 and S3, K2 since 2030-06-01.</summary>
    public static async Task<GivenCustomers> Two(TestOffice t)
    {
        var g = await In(t);
        await g.Customers("external_id,name,phone,email,unit,since\nK1,李娜,138 0013 8000,li.na@example.com,N1,\nK2,Bob,,,S3,2030-06-01\n");
        return g;
    }

    public static MemoryStream Csv(string text) => new(Encoding.UTF8.GetBytes(text));

    public async Task<FileReport> Customers(string text, RowMode mode = RowMode.AllOrNothing, bool dry = false, Caller? by = null) => (await Test.Do(new ImportCustomers(Csv(text), "c.csv", mode, dry), by)).Report;
    public async Task<FileReport> Assets(string text, RowMode mode = RowMode.AllOrNothing, bool dry = false, Caller? by = null) => (await Test.Do(new ImportAssets(Csv(text), "a.csv", mode, dry), by)).Report;
    public async Task<FileReport> Contracts(string text, RowMode mode = RowMode.AllOrNothing, bool dry = false, Caller? by = null) => (await Test.Do(new ImportContracts(Csv(text), "d.csv", mode, dry) { Currency = "CNY" }, by)).Report;
    public async Task<FileReport> Events(string text, RowMode mode = RowMode.AllOrNothing, bool dry = false, Caller? by = null) => (await Test.Do(new ImportEvents(Csv(text), "e.csv", mode, dry) { Currency = "CNY" }, by)).Report;
    public async Task<FileReport> Consents(string text, RowMode mode = RowMode.AllOrNothing, bool dry = false, Caller? by = null) => (await Test.Do(new ImportConsents(Csv(text), "o.csv", mode, dry), by)).Report;

    /// <summary>The first problems, for a message.</summary>
    public static string Told(FileReport report) => string.Join("; ", report.Problems.Take(3).Select(p => $"{p.Line} {p.Column}: {p.Words}"));

    /// <summary>What the database holds, a line for each row.</summary>
    public Task<IReadOnlyList<string>> Rows(string sql) => Look(Test, sql);

    public static Task<IReadOnlyList<string>> Look(TestOffice t, string sql) => t.Do(new Looked(sql));

    public Task Write(string sql) => Test.Do(new Alter(sql));

    sealed record Alter(string Sql) : Change<Done>
    {
        internal override Permission Needs => Permission.SignedIn;
        internal override bool Audited => false;
        internal override async Task<Done> Run(Session s)
        {
            await s.Write(Sql);
            return default;
        }
    }

    sealed record Looked(string Sql) : Question<IReadOnlyList<string>>
    {
        internal override Permission Needs => Permission.SignedIn;
        internal override async Task<IReadOnlyList<string>> Run(Session s) => [.. (await s.Many<string?>(Sql)).Select(r => r ?? "null")];
    }
}
