using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;
namespace Regard.Storage;

sealed class SqliteDialect : Dialect
{
    const int ConstraintUnique = 2067, ConstraintPrimaryKey = 1555, ConstraintForeignKey = 787;

    static readonly TimeSpan longestWait = TimeSpan.FromSeconds(30);

    /// <summary>Pages of the write-ahead log at which a commit itself moves them into the file; until then the clock does, so that nobody waits for it.</summary>
    const int LongestLog = 1 << 16;

    readonly SemaphoreSlim turn = new(1);

    static SqliteDialect()
    {
        // A connection is never used by two threads at once, and nobody asks how much memory SQLite has taken: both locks are for nothing.
        Batteries_V2.Init();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public override string? Greeting { get; } = $"pragma wal_autocheckpoint = {LongestLog}";
    public override string? Upkeep => "pragma wal_checkpoint(passive)";

    public override Engine Engine => Engine.Sqlite;

    public override DbConnection Connect(string connectionString) => new SqliteConnection(connectionString);

    // Pools go by the text of the setting: a longer wait makes another one.
    public override string Apart(string connectionString) => new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = 31 }.ConnectionString;

    public override Task<DbTransaction> Begin(DbConnection connection, bool writing) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: !writing));

    public override Task<DbTransaction> BeginAlone(DbConnection connection) => Begin(connection, writing: true);

    /// <summary>SQLite itself knows no queue: who finds the file locked sleeps and tries again, and most of many never get through.</summary>
    public override async Task<IDisposable?> Turn() => await turn.WaitAsync(longestWait) ? new Taken(turn) : throw Busy;

    sealed class Taken(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }

    public override bool IsPassing(DbException e) => false;

    public override Exception? Refusal(DbException e) => e is not SqliteException lite ? null : lite.SqliteExtendedErrorCode switch
    {
        ConstraintUnique or ConstraintPrimaryKey => AlreadyThere,
        ConstraintForeignKey => new Refused("Something this refers to does not exist, or is still in use."),
        _ => lite.SqliteErrorCode is 5 or 6 ? Busy : null,
    };

    public override string Among(string column, string list) => $"{column} in @{list}";
    public override System.Collections.IEnumerable Keys(IEnumerable<Guid> ids) => ids.Select(Ids.ToBytes).ToList();

    public override BulkWriter Append(DbTransaction transaction, string table, params string[] columns) => new Prepared((SqliteTransaction)transaction, table, columns);

    public override KeyedWriter Bring(DbTransaction transaction, KeyedTable table, bool dry) => new SqliteKeyed((SqliteTransaction)transaction, table, dry);

    public override string? IndexWords => "insert or replace into customer_words (rowid, words) select number, words from customers where number between @from and @until";
    public override string FoundByWords => "c.number in (select rowid from customer_words where customer_words match @words)";
    public override string? IndexCaseWords => "insert or replace into case_words (rowid, words) select number, found_by from cases where number between @from and @until";
    public override string FoundCases => "case_words f cross join cases c where f.case_words match @found and c.number = f.rowid";
    public override string NewestFound => "f.rowid desc";
    public override string Search(IEnumerable<string> tokens, IReadOnlyCollection<string> oneOf) =>
        string.Join(" AND ", [.. tokens.Select(t => $"\"{t}\"*"), .. oneOf.Count == 0 ? (string[])[] : [$"({string.Join(" OR ", oneOf.Select(w => $"\"{w}\""))})"]]);

    public override Task Read(DbTransaction transaction, string sql, IReadOnlyDictionary<string, object> values, Action<RowReader> each)
    {
        SqliteRows.Read(((SqliteConnection)transaction.Connection!).Handle!, sql, values, each);
        return Task.CompletedTask;
    }

    sealed class Prepared : BulkWriter
    {
        readonly SqliteStatement statement;

        public Prepared(SqliteTransaction transaction, string table, string[] columns)
        {
            SqliteStatement.WidenCache(transaction.Connection!.Handle!);
            statement = new(transaction.Connection!.Handle!, $"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select((_, i) => $"?{i + 1}"))})");
        }

        public override Task Write(params object?[] row)
        {
            statement.Bind(row);
            statement.Step();
            return Task.CompletedTask;
        }

        public override Task Complete() => Task.CompletedTask;

        public override ValueTask DisposeAsync()
        {
            statement.Dispose();
            return default;
        }
    }
}
