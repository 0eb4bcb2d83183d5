using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
namespace Regard.Storage;

/// <summary>Where the company's data is kept, named by one setting.</summary>
public sealed class Database
{
    readonly string connectionString;

    static Database() => TypeHandlers.Register();

    Database(Dialect dialect, string connectionString) => (Dialect, this.connectionString) = (dialect, connectionString);

    public Dialect Dialect { get; }
    internal string ConnectionString => connectionString;

    /// <summary>Reads REGARD_DATABASE: "Host=..." or "postgres://..." is PostgreSQL, anything else the path of a SQLite file.</summary>
    public static Database At(string setting)
    {
        if (setting.StartsWith("postgres://", StringComparison.Ordinal) || setting.StartsWith("postgresql://", StringComparison.Ordinal)) return Postgres(FromUri(new Uri(setting)));
        if (setting.Contains("Host=", StringComparison.OrdinalIgnoreCase)) return Postgres(setting);
        return new(new SqliteDialect(), new SqliteConnectionStringBuilder { DataSource = setting, ForeignKeys = true, DefaultTimeout = 30 }.ConnectionString);
    }

    /// <summary>Statements that come again are parsed once on each connection, and planned each time: a plan kept from when a table was small would read all of it for ever. The setting may say otherwise.</summary>
    static Database Postgres(string setting)
    {
        var said = new NpgsqlConnectionStringBuilder(setting);
        if (said.MaxAutoPrepare == 0) said.MaxAutoPrepare = StatementsKept;
        said.Options ??= "-c plan_cache_mode=force_custom_plan";
        return new(new PostgresDialect(), said.ConnectionString);
    }

    const int StatementsKept = 100;

    static string FromUri(Uri uri)
    {
        var user = uri.UserInfo.Split(':', 2);
        return new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host, Port = uri.IsDefaultPort || uri.Port < 0 ? 5432 : uri.Port, Database = uri.AbsolutePath.Trim('/'),
            Username = Uri.UnescapeDataString(user[0]), Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
        }.ConnectionString;
    }

    /// <summary>With a pool of its own. A connection that does one thing only keeps its pages and plans warm; from the common pool each turn brings another one.</summary>
    public Database Apart() => new(Dialect, Dialect.Apart(connectionString));

    public async Task<DbConnection> Open()
    {
        var connection = Dialect.Connect(connectionString);
        await connection.OpenAsync();
        if (Dialect.Greeting is { } greeting) await Say(connection, greeting);
        return connection;
    }

    public async Task KeepUp()
    {
        if (Dialect.Upkeep is not { } upkeep) return;
        await using var connection = await Open();
        await Say(connection, upkeep);
    }

    static async Task Say(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Writes a whole and consistent copy of a SQLite file, while others read and write.</summary>
    public async Task BackUp(string file)
    {
        if (Dialect.Engine != Engine.Sqlite) throw new Refused("This copies SQLite files. Back PostgreSQL up with pg_dump.");
        await using var connection = await Open();
        await connection.ExecuteAsync("vacuum into @file", new { file });
    }

    public Task Migrate(TimeProvider clock) => new Migrator(this).Run(clock);
}
