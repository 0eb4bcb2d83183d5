using Microsoft.Data.Sqlite;
using Npgsql;
using Regard.Storage;
namespace Regard.Benchmarks.Databases;

/// <summary>A fresh company database on one engine, gone when disposed.</summary>
sealed class Store : IAsyncDisposable
{
    readonly Func<Task> remove;

    Store(Engine engine, string setting, Func<Task> remove)
    {
        (Engine, Setting, this.remove) = (engine, setting, remove);
        Database = Database.At(setting);
        Office = new Office(Database, TimeProvider.System);
    }

    public Engine Engine { get; }
    /// <summary>As REGARD_DATABASE would say it.</summary>
    public string Setting { get; }
    public Database Database { get; }
    public Office Office { get; }
    public Caller Operator { get; } = Caller.Installation("benchmark");

    public Task<T> Do<T>(Operation<T> operation) => Office.Do(operation, Operator);

    public static async Task<Store> On(Engine engine)
    {
        var store = engine == Engine.Sqlite ? Sqlite() : await Postgres();
        await store.Database.Migrate(TimeProvider.System);
        return store;
    }

    static Store Sqlite()
    {
        var folder = Directory.CreateTempSubdirectory("regard-bench-").FullName;
        return new(Engine.Sqlite, Path.Combine(folder, "company.db"), () =>
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        });
    }

    static async Task<Store> Postgres()
    {
        var server = Cluster.Setting;
        var name = "bench_" + Guid.NewGuid().ToString("n");
        await Run(server, $"create database {name}");
        return new(Engine.Postgres, new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString, async () =>
        {
            NpgsqlConnection.ClearAllPools();
            await Run(server, $"drop database {name} with (force)");
        });
    }

    public Task<long> Count(string table) => Ask<long>($"select count(*) from {table}");

    public async Task<T> Ask<T>(string sql)
    {
        await using var connection = await Database.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task Execute(string sql)
    {
        await using var connection = await Database.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    static async Task Run(string setting, string sql)
    {
        await using var connection = new NpgsqlConnection(setting);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync() => await remove();
}
