using Dapper;
using Regard.Storage;
namespace Regard.Tests.Storage;

public class MigratorTests
{
    [Theory, EachDatabase]
    public async Task A_second_start_finds_nothing_to_do(Engine on)
    {
        await using var t = await TestOffice.On(on);
        await t.Database.Migrate(t.Clock);
    }

    [Theory, EachDatabase]
    public async Task An_edited_migration_is_refused(Engine on)
    {
        await using var t = await TestOffice.On(on);
        await using (var c = await t.Database.Open()) await c.ExecuteAsync("update migrations set hash = 'x' where name = '0002_audit'");
        var refused = await Assert.ThrowsAsync<Refused>(() => t.Database.Migrate(t.Clock));
        Assert.Contains("0002_audit", refused.Message);
    }

    [Theory, EachDatabase]
    public async Task A_database_of_a_newer_version_is_refused(Engine on)
    {
        await using var t = await TestOffice.On(on);
        await using (var c = await t.Database.Open()) await c.ExecuteAsync("insert into migrations (name, hash, applied_at) values ('9999_future', 'x', '2040-01-01')");
        var refused = await Assert.ThrowsAsync<Refused>(() => t.Database.Migrate(t.Clock));
        Assert.Contains("newer", refused.Message);
    }
}
