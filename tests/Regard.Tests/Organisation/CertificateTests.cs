using System.Text;
using Regard.Files;
using Regard.Organisation;
using Regard.Storage;
namespace Regard.Tests.Organisation;

public class CertificateTests
{
    static MemoryStream File(string rows) => new(Encoding.UTF8.GetBytes("email,certificate,valid_until\n" + rows));

    [Theory, EachDatabase]
    public async Task A_store_shows_who_of_its_desk_holds_a_valid_certificate(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var (second, third) = (await c.Person("Sec Ond", Role.FrontLine, c.Store(1)), await c.Person("Thi Rd", Role.FrontLine, c.Store(2)));
        Assert.False((await t.Do(new CountCertified(c.Store(1)), c.FrontLine)).Kept);
        await t.Do(new NoteCertificate(c.FrontLine.Person!.Value, "Reception", new(2031, 5, 1)), c.StoreManager);
        await t.Do(new NoteCertificate(second.Person!.Value, "Reception", new(2031, 4, 30)), c.StoreManager);
        // The test's day is 2031-05-01: the last day still counts.
        var store = await t.Do(new CountCertified(c.Store(1)), c.StoreManager);
        Assert.Equal((new CertifiedCount(c.Store(1), 2, 1, 1), true, "Sec Ond"), (store.Whole, store.Leads, store.Uncertified.Single().Name));
        var north = await t.Do(new CountCertified(c.North), c.RegionalManager);
        Assert.Equal([new CertifiedCount(c.Store(1), 2, 1, 1), new CertifiedCount(c.Store(2), 1, 0, 0)], north.Units.OrderBy(u => u.RunOut == 0));
        // Whoever leads nobody is told numbers and no names.
        Assert.Empty((await t.Do(new CountCertified(c.Store(1)), c.FrontLine)).Uncertified);
        Assert.Empty((await t.Do(new CountCertified(c.North), c.Analyst)).Uncertified);

        await t.Do(new NoteCertificate(second.Person!.Value, "Reception", null), c.RegionalManager);
        Assert.Equal(2, (await t.Do(new CountCertified(c.Store(1)), c.Executive)).Whole.Certified);
        await t.Do(new DropCertificate(second.Person!.Value, "Reception"), c.StoreManager);
        Assert.Equal(new CertifiedCount(c.Store(1), 2, 1, 0), (await t.Do(new CountCertified(c.Store(1)), c.Executive)).Whole);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new DropCertificate(second.Person!.Value, "Reception"), c.StoreManager));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new NoteCertificate(third.Person!.Value, "Reception", null), c.StoreManager));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new CountCertified(c.Store(2)), c.StoreManager));
        Assert.Equal("Say what the certificate is for.", (await Assert.ThrowsAsync<Invalid>(() => t.Do(new NoteCertificate(second.Person!.Value, " ", null), c.StoreManager))).Message);
        await t.Do(new PersonLeaves(second.Person!.Value), c.Administrator);
        Assert.Equal(1, (await t.Do(new CountCertified(c.Store(1)), c.Executive)).Whole.Staff);
    }

    [Theory, EachDatabase]
    public async Task A_file_renews_certificates_and_tells_the_lines_it_cannot_take(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var email = (await t.Do(new ListPeople())).Single(p => p.Id == c.FrontLine.Person).Email;
        var rows = $"{email},Reception,2031-06-30\n{email.ToUpperInvariant()},高压系统,\n";
        var report = (await t.Do(new ImportCertificates(File(rows), "c.csv"), c.StoreManager)).Report;
        Assert.Equal((2, 0, 0), (report.Added, report.Updated, report.Unchanged));
        report = (await t.Do(new ImportCertificates(File(rows.Replace("2031-06-30", "2033-06-30")), "c.csv"), c.StoreManager)).Report;
        Assert.Equal((0, 1, 1), (report.Added, report.Updated, report.Unchanged));
        Assert.Equal([("Reception", (DateOnly?)new(2033, 6, 30)), ("高压系统", null)], (await t.Do(new ShowCertificates(c.Store(1)), c.StoreManager)).People.Single().Certificates.Select(x => (x.Name, x.ValidUntil)));
        var import = await t.Do(new ImportCertificates(File($"nobody@example.com,Reception,\n{email},,\n{email},A,31.12.2031\n{email},B,\n{email},B,2032-01-01\n"), "bad.csv", RowMode.GoodRows), c.StoreManager);
        Assert.Equal((1, 4), (import.Report.Added, import.Report.TurnedAway));
        Assert.Equal([(2L, "email"), (3, "certificate"), (4, "valid_until"), (6, "certificate")], import.Report.Problems.Select(p => (p.Line, p.Column)));
        Assert.Equal(import.Id, (await t.Do(new ShowCertificateImport(import.Id), c.StoreManager)).Id);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowCertificateImport(import.Id), c.RegionalManager));
        // A manager of the south leads nobody at this desk.
        var south = await c.Person("South Manager", Role.Manager, c.South);
        Assert.Equal(1, (await t.Do(new ImportCertificates(File($"{email},C,\n"), "c.csv"), south)).Report.TurnedAway);
    }
}
