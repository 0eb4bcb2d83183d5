using Dapper;
using Regard.Audit;
using Regard.Organisation;
using Regard.Storage;
using Regard.Tests.Organisation;
namespace Regard.Tests.Audit;

public class AuditTests
{
    static async Task<AuditPage> List(Company c, AuditFilter? filter = null, long? before = null, int size = 50) => await c.Test.Do(new ListAudit(filter ?? new(), before, size), c.Executive);

    [Theory, EachDatabase]
    public async Task A_change_leaves_a_row_that_says_who_what_and_when(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        await t.Do(new RenameUnit(c.North, "Far North"), c.Administrator);
        var row = (await List(c)).Rows[0];
        Assert.Equal(("RenameUnit", "Ada Ministrator", c.North.ToString(), Outcome.Done), (row.Operation, row.PersonName, row.Subject, row.Outcome));
        Assert.Equal((c.Administrator.Person, t.Clock.Now, "test"), (row.PersonId, row.At, row.Origin));
    }

    [Theory, EachDatabase]
    public async Task What_was_refused_is_in_the_trail_too(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new RenameUnit(c.North, "Mine"), c.RegionalManager));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new MoveUnit(c.Group, c.North, new DateOnly(2031, 6, 1)), c.Administrator));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new RenameUnit(c.North, "Mine"), Caller.Anyone(Language.English)));
        var rows = (await List(c, new() { Outcome = Outcome.Refused })).Rows;
        Assert.Equal([("MoveUnit", "Ada Ministrator"), ("RenameUnit", "Reg Manager")], rows.Select(r => (r.Operation, r.PersonName)));
        Assert.Contains("root", rows[0].Words);
    }

    [Theory, EachDatabase]
    public async Task The_trail_is_narrowed_and_turned_page_by_page(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        t.Clock.Now += TimeSpan.FromDays(2);
        for (var i = 0; i < 5; i++) await t.Do(new RenameUnit(c.North, $"North {i}"), c.Administrator);

        Assert.Equal(5, (await List(c, new() { Operation = "RenameUnit" })).Rows.Count);
        Assert.Equal(5, (await List(c, new() { From = new DateOnly(2031, 5, 3) })).Rows.Count);
        Assert.Empty((await List(c, new() { To = new DateOnly(2031, 4, 30) })).Rows);
        Assert.Equal(5, (await List(c, new() { Person = "ada m" })).Rows.Count);
        Assert.Empty((await List(c, new() { Person = "%" })).Rows);

        var seen = new List<long>();
        for (long? before = null; ;)
        {
            var page = await List(c, before: before, size: 4);
            seen.AddRange(page.Rows.Select(r => r.Number));
            if ((before = page.Next) is null) break;
        }
        Assert.Equal(Enumerable.Range(1, seen.Count).Reverse().Select(n => (long)n), seen);
        await Assert.ThrowsAsync<Invalid>(() => List(c, new() { From = new DateOnly(2031, 5, 2), To = new DateOnly(2031, 5, 1) }));
    }

    [Theory, EachDatabase]
    public async Task An_untouched_trail_is_whole(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var verdict = await t.Do(new VerifyAudit(), c.Executive);
        Assert.True(verdict.IsIntact);
        Assert.Equal((await List(c)).Rows[0].Number, verdict.Count);
    }

    static readonly (string Sql, long Found)[] tamperings =
    [
        ("update audit set person_name = 'Somebody Else' where number = 3", 3),
        ("update audit set outcome = 'Fine' where number = 4", 4),
        ("update audit set month = '1999-01' where number = 5", 5),
        ("delete from audit where number = 6", 6),
        ("delete from audit where number = 20", 20),
        ("delete from audit", 1),
        ("insert into audit (month, number, at, person_name, origin, operation, outcome, hash) select month, 0, at, person_name, origin, operation, outcome, hash from audit where number = 1", 0),
    ];

    [Theory, EachDatabase]
    public async Task A_row_changed_taken_out_or_put_in_is_found(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        while ((await List(c)).Rows[0].Number < 20) await t.Do(new RenameUnit(c.North, "North"), c.Administrator);
        await using var connection = await t.Database.Open();
        foreach (var (sql, found) in tamperings)
        {
            await connection.ExecuteAsync("create table kept as select * from audit");
            await connection.ExecuteAsync(sql);
            Assert.Equal((sql, found), (sql, (await t.Do(new VerifyAudit(), c.Executive)).FirstWrong));
            await connection.ExecuteAsync("delete from audit; insert into audit select * from kept; drop table kept");
        }
        Assert.True((await t.Do(new VerifyAudit(), c.Executive)).IsIntact);
    }

    [Theory, EachDatabase]
    public async Task The_export_runs_no_formula(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var clever = await c.Person("=HYPERLINK(\"http://example.com\")", Role.Administrator, c.Group);
        await t.Do(new RenameUnit(c.North, "North"), clever);
        var lines = (await t.Do(new ExportAudit(new() { Operation = "RenameUnit" }), c.Executive)).Split("\r\n");
        Assert.Equal("number,at,person,origin,operation,subject,outcome,words", lines[0]);
        Assert.Contains(",\"'=HYPERLINK(\"\"http://example.com\"\")\",test,RenameUnit,", lines[1]);
    }

    [Theory, EachDatabase]
    public async Task The_trail_is_for_those_who_see_the_whole_company(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var northern = await c.Person("Nora Admin", Role.Administrator, c.North);
        Assert.True((await Assert.ThrowsAsync<Refused>(() => t.Do(new ListAudit(new()), northern))).Forbidden);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new VerifyAudit(), northern));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new ExportAudit(new()), northern));
    }
}
