using System.Data.Common;
namespace Regard.Storage;

public enum Engine { Sqlite, Postgres }

/// <summary>What differs between the engines, by name. Everything else is one SQL text.</summary>
public abstract class Dialect
{
    public abstract Engine Engine { get; }
    public abstract DbConnection Connect(string connectionString);
    /// <summary>Said on each connection before it is used; null for nothing.</summary>
    public virtual string? Greeting => null;
    /// <summary>What the clock says to the database every few seconds, outside any transaction; null for nothing.</summary>
    public virtual string? Upkeep => null;
    /// <summary>The same database by connections that nobody else takes.</summary>
    public abstract string Apart(string connectionString);
    /// <summary>Changes on SQLite take the write lock at once; questions never wait for it.</summary>
    public abstract Task<DbTransaction> Begin(DbConnection connection, bool writing);
    /// <summary>Waits for the turn to change something, where one may at a time; a turn ends when disposed.</summary>
    public virtual Task<IDisposable?> Turn() => Task.FromResult<IDisposable?>(null);
    /// <summary>A failure that goes away when the whole operation is tried again: a deadlock, a serialisation failure.</summary>
    public abstract bool IsPassing(DbException e);
    /// <summary>The refusal that a driver's error stands for; null when it is a fault.</summary>
    public abstract Exception? Refusal(DbException e);
    /// <summary>Holds off other nodes while migrations run, until the connection closes or the transaction ends.</summary>
    public abstract Task<DbTransaction> BeginAlone(DbConnection connection);
    /// <summary>Appends many rows fast: COPY in PostgreSQL, one prepared statement in SQLite.</summary>
    public abstract BulkWriter Append(DbTransaction transaction, string table, params string[] columns);
    /// <summary>Reads many rows fast, without an object for each. Values are Guid, string or long.</summary>
    public abstract Task Read(DbTransaction transaction, string sql, IReadOnlyDictionary<string, object> values, Action<RowReader> each);
    /// <summary>Brings many keyed rows in: unknown ones are added, known ones brought up to date where they differ. Looks only, when dry.</summary>
    public abstract KeyedWriter Bring(DbTransaction transaction, KeyedTable table, bool dry);

    /// <summary>The condition that a column holds one of the values of a list parameter.</summary>
    public abstract string Among(string column, string list);
    /// <summary>Ids as such a list parameter.</summary>
    public abstract System.Collections.IEnumerable Keys(IEnumerable<Guid> ids);

    /// <summary>What brings the index of words up to date for customers numbered @from to @until; null where the database does it itself.</summary>
    public abstract string? IndexWords { get; }
    /// <summary>The condition that the customer "c" is found by the search @words.</summary>
    public abstract string FoundByWords { get; }
    /// <summary>The same for cases numbered @from to @until.</summary>
    public abstract string? IndexCaseWords { get; }
    /// <summary>Whence the cases "c" are read that are found by the search @found, with that condition.</summary>
    public abstract string FoundCases { get; }
    /// <summary>The order in which they are read fastest, from the newest on.</summary>
    public abstract string NewestFound { get; }
    /// <summary>The search for all of these tokens, each of them as the beginning of a word, together with one of the whole words, where there are any.</summary>
    public abstract string Search(IEnumerable<string> tokens, IReadOnlyCollection<string> oneOf);

    protected static Refused AlreadyThere => new("This exists already.");
    protected static Refused Busy => new("The database is busy. Nothing was changed; please try again.");
}

/// <summary>Rows on their way into one table. Values are handed over as .NET values: Guid, string, byte[], long, double, bool, DateTimeOffset, DateOnly or null.</summary>
public abstract class BulkWriter : IAsyncDisposable
{
    public abstract Task Write(params object?[] row);
    public abstract Task Complete();
    public abstract ValueTask DisposeAsync();
}
