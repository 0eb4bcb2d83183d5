using System.Data.Common;
using Dapper;
using Regard.Storage;
namespace Regard;

/// <summary>One unit of work: the transaction, the caller and the moment.</summary>
public sealed class Session
{
    readonly DbTransaction work;

    internal Session(DbTransaction work, Dialect dialect, Caller caller, DateTimeOffset now, string zone = "Etc/UTC")
    {
        this.work = work;
        (Dialect, Caller, Now, Zone) = (dialect, caller, now, zone);
    }

    public Caller Caller { get; }
    public DateTimeOffset Now { get; }
    /// <summary>The day of <see cref="Now"/> in UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);
    /// <summary>The time zone of the installation, by its IANA name.</summary>
    public string Zone { get; }
    public Dialect Dialect { get; }
    internal DbTransaction Transaction => work;

    public Task<int> Write(string sql, object? values = null) => work.Connection!.ExecuteAsync(sql, values, work);

    public async Task<T> One<T>(string sql, object values, Words missing) where T : class =>
        await work.Connection!.QuerySingleOrDefaultAsync<T>(sql, values, work) ?? throw new NotFound(missing);

    public Task<T?> Maybe<T>(string sql, object? values = null) => work.Connection!.QuerySingleOrDefaultAsync<T?>(sql, values, work);

    public async Task<List<T>> Many<T>(string sql, object? values = null) =>
        (await work.Connection!.QueryAsync<T>(sql, values, work)).AsList();

    /// <summary>The rows of several statements in one round trip, to be read in their order.</summary>
    public async Task<ResultSets> Several(string sql, object? values = null) => new(await work.Connection!.QueryMultipleAsync(sql, values, work));

    public async Task<T> Value<T>(string sql, object? values = null) =>
        (await work.Connection!.ExecuteScalarAsync<T>(sql, values, work))!;

    /// <summary>The next number of a series that people see, without gaps: the row stays locked until the commit.</summary>
    public Task<long> NextNumber(string series, long howMany = 1) => Value<long>("""
        insert into counters (name, last) values (@series, @howMany)
        on conflict (name) do update set last = counters.last + @howMany
        returning last
        """, new { series, howMany });
}

/// <summary>Rows of statements that were sent together.</summary>
public sealed class ResultSets(SqlMapper.GridReader rows) : IAsyncDisposable
{
    public async Task<List<T>> Next<T>() => (await rows.ReadAsync<T>()).AsList();
    public ValueTask DisposeAsync() => rows.DisposeAsync();
}

static class Rounding
{
    /// <summary>Both databases keep milliseconds, so what is written is what is read.</summary>
    public static DateTimeOffset ToMilliseconds(this DateTimeOffset t) => DateTimeOffset.FromUnixTimeMilliseconds(t.ToUnixTimeMilliseconds());
}
