using Dapper;
using Regard.Storage;
namespace Regard.Tests.Storage;

/// <summary>All rows of a database as they were at one moment, to be put into others; what SQLite finds by words is not among them.</summary>
sealed class KeptRows
{
    static readonly Lazy<string> folder = new(() =>
    {
        var made = Directory.CreateTempSubdirectory("regard-test-kept-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(made, recursive: true);
        return made;
    });

    /// <summary>The SQLite file, or the schema beside those of the tests.</summary>
    readonly string place;
    readonly IReadOnlyList<string> tables;

    KeptRows(string place, IReadOnlyList<string> tables) => (this.place, this.tables) = (place, tables);

    public static async Task<KeptRows> Of(Database database)
    {
        await using var connection = await database.Open();
        var filled = new List<string>();
        foreach (var table in await connection.QueryAsync<string>(database.Dialect.Engine == Engine.Sqlite
            ? "select name from sqlite_master where type = 'table' and name <> 'migrations' and sql not like 'create virtual %' and name not like '%\\_words\\_%' escape '\\'"
            : "select tablename from pg_tables where schemaname = current_schema() and tablename <> 'migrations'"))
            if (await connection.QuerySingleAsync<bool>($"select exists (select 1 from {table})")) filled.Add(table);
        var name = "kept" + Guid.NewGuid().ToString("n");
        if (database.Dialect.Engine == Engine.Sqlite) await database.BackUp(name = Path.Combine(folder.Value, name));
        else await connection.ExecuteAsync($"create schema {name}; {string.Concat(filled.Select(t => $"create table {name}.{t} as select * from {t};"))}");
        return new(name, filled);
    }

    /// <summary>Puts them into a database where none of their tables holds anything yet; says whether it could.</summary>
    public async Task<bool> Into(Database database)
    {
        await using var connection = await database.Open();
        if (await connection.QuerySingleAsync<bool>($"select {string.Join(" or ", tables.Select(t => $"exists (select 1 from {t})"))}")) return false;
        if (database.Dialect.Engine == Engine.Sqlite)
        {
            await connection.ExecuteAsync($"attach @place as kept; begin immediate; pragma defer_foreign_keys = on; {Copy("kept")} commit; detach kept", new { place });
            return true;
        }
        await connection.ExecuteAsync($"do $$ begin perform set_config('session_replication_role', 'replica', true); {Copy(place)} end $$");
        return true;
    }

    string Copy(string from) => string.Concat(tables.Select(t => $"insert into {t} select * from {from}.{t};"));
}
