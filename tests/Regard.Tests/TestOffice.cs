using Microsoft.Data.Sqlite;
using Npgsql;
using Regard.Organisation;
using Regard.Storage;
namespace Regard.Tests;

/// <summary>A fresh office at a moment that only the test moves, on the engine asked for.</summary>
public sealed class TestOffice : IAsyncDisposable
{
    public static string? Postgres { get; } = Environment.GetEnvironmentVariable("REGARD_TEST_POSTGRES");

    readonly string? folder;

    TestOffice(string setting, StoppedClock clock, string? folder)
    {
        (Setting, Database, Clock, this.folder) = (setting, Database.At(setting), clock, folder);
        Office = new Office(Database, clock);
    }

    /// <summary>What REGARD_DATABASE would say of this database.</summary>
    public string Setting { get; }
    public Database Database { get; }
    public Office Office { get; }
    public StoppedClock Clock { get; }
    public Caller Installation { get; } = Caller.Installation("test");

    public Task<T> Do<T>(Operation<T> operation, Caller? caller = null) => Office.Do(operation, caller ?? Installation);

    public static async Task<TestOffice> On(Engine engine, string at = "2031-05-01T09:00:00Z")
    {
        var clock = new StoppedClock(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));
        var folder = engine == Engine.Sqlite ? Directory.CreateTempSubdirectory("regard-test-").FullName : null;
        var office = new TestOffice(folder is not null ? Path.Combine(folder, "test.db") : await NewSchema(), clock, folder);
        await office.Database.Migrate(clock);
        return office;
    }

    static async Task<string> NewSchema()
    {
        var schema = "t" + Guid.NewGuid().ToString("n");
        await using var connection = new NpgsqlConnection(Postgres);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"create schema {schema}", connection);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(Postgres) { SearchPath = schema, MaxPoolSize = 8, ConnectionIdleLifetime = 2, ConnectionPruningInterval = 1 }.ConnectionString;
    }

    public ValueTask DisposeAsync()
    {
        if (folder is null) return default;
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return default;
    }
}

public sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;
    public override DateTimeOffset GetUtcNow() => Now;
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
}
