using System.Collections.Concurrent;
using Npgsql;
using Regard.Storage;
namespace Regard.Tests.Storage;

/// <summary>A PostgreSQL schema with this version's tables. Making one takes longer than most tests, so it goes emptied from test to test.</summary>
sealed class LentSchema : IAsyncDisposable
{
    /// <summary>What is emptied anew each time has to be small.</summary>
    const int LargestBytes = 8 << 20;

    static readonly ConcurrentBag<LentSchema> free = [];

    string shape = "";

    LentSchema(string setting) => Setting = setting;

    public string Setting { get; }

    public static async Task<LentSchema> Take()
    {
        if (free.TryTake(out var known)) return known;
        var name = "t" + Guid.NewGuid().ToString("n");
        var server = TestOffice.Postgres!;
        await using (var connection = new NpgsqlConnection(server))
        {
            await connection.OpenAsync();
            await using var create = new NpgsqlCommand($"create schema {name}", connection);
            await create.ExecuteNonQueryAsync();
        }
        var schema = new LentSchema(new NpgsqlConnectionStringBuilder(server) { SearchPath = name, MaxPoolSize = 8, ConnectionIdleLifetime = 2, ConnectionPruningInterval = 1 }.ConnectionString);
        await Database.At(schema.Setting).Migrate(TimeProvider.System);
        schema.shape = await schema.Ask(Shape);
        return schema;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (await Ask(Empty + Shape) == shape) free.Add(this);
        }
        // A schema that cannot be emptied, for its size or for somebody who still writes, is left to itself.
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.RaiseException or PostgresErrorCodes.UndefinedTable) { }
    }

    /// <summary>Foreign keys are not looked at: all goes. The lock waits for what a killed server had begun.</summary>
    static readonly string Empty = $"""
        do $$ declare part regclass; bytes bigint; total bigint := 0; begin
          perform set_config('session_replication_role', 'replica', true), set_config('lock_timeout', '5s', true);
          for part in select c.oid from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> 'migrations' loop
            bytes := pg_relation_size(part);
            total := total + bytes;
            if total > {LargestBytes} then raise exception 'too large'; end if;
            if bytes > 0 then execute format('lock table %s; delete from %s', part, part); end if;
          end loop;
        end $$;
        """;

    const string Shape = """
        select (select count(*) from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'i', 'v', 'S')) || ' ' || (select string_agg(name || hash, ' ' order by name) from migrations)
        """;

    async Task<string> Ask(string sql)
    {
        await using var connection = await Database.At(Setting).Open();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
