using Regard.Storage;
using Regard.Tests.Storage;
namespace Regard.Tests;

/// <summary>A fresh office at a moment that only the test moves, on the engine asked for.</summary>
public sealed class TestOffice : IAsyncDisposable
{
    public static string? Postgres { get; } = Environment.GetEnvironmentVariable("REGARD_TEST_POSTGRES");

    readonly IAsyncDisposable database;

    TestOffice(string setting, StoppedClock clock, IAsyncDisposable database)
    {
        (Setting, Database, Clock, this.database) = (setting, Database.At(setting), clock, database);
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
        if (engine == Engine.Sqlite)
        {
            var file = await FreshFile.Make();
            return new(file.Setting, clock, file);
        }
        var schema = await LentSchema.Take();
        return new(schema.Setting, clock, schema);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}

public sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;
    public override DateTimeOffset GetUtcNow() => Now;
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
}
