using System.Data.Common;
using System.Globalization;
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

    public override string? IndexWords => "insert or replace into customer_words (rowid, words) select number, words from customers where number between @from and @until";
    public override string FoundByWords => "c.number in (select rowid from customer_words where customer_words match @words)";
    public override string Search(IEnumerable<string> tokens) => string.Join(" ", tokens.Select(t => $"\"{t}\"*"));

    public override Task Read(DbTransaction transaction, string sql, IReadOnlyDictionary<string, object> values, Action<RowReader> each)
    {
        SqliteRows.Read(((SqliteConnection)transaction.Connection!).Handle!, sql, values, each);
        return Task.CompletedTask;
    }

    /// <summary>Binds by SQLite's own calls, four times as fast as through ADO.NET. An object that stood in the row before stays bound; bytes do not, for they may have changed.</summary>
    sealed class Prepared : BulkWriter
    {
        /// <summary>KiB at most, kept by the connection. With less, pages that many rows touch go to the disk and come back all the time.</summary>
        const int BulkCache = 128 << 10;

        readonly sqlite3 database;
        readonly sqlite3_stmt statement;
        readonly object?[] bound;

        public Prepared(SqliteTransaction transaction, string table, string[] columns)
        {
            database = transaction.Connection!.Handle!;
            bound = new object?[columns.Length];
            Demand(raw.sqlite3_exec(database, $"pragma cache_size = -{BulkCache}"), raw.SQLITE_OK);
            var sql = $"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select((_, i) => $"?{i + 1}"))})";
            Demand(raw.sqlite3_prepare_v2(database, sql, out statement), raw.SQLITE_OK);
        }

        public override Task Write(params object?[] row)
        {
            for (var i = 0; i < row.Length; i++)
                if (row[i] is byte[] || !ReferenceEquals(row[i], bound[i])) Bind(i + 1, bound[i] = row[i]);
            var result = raw.sqlite3_step(statement);
            raw.sqlite3_reset(statement);
            Demand(result, raw.SQLITE_DONE);
            return Task.CompletedTask;
        }

        void Bind(int at, object? value) => Demand(value switch
        {
            null => raw.sqlite3_bind_null(statement, at),
            Guid g => BindGuid(at, g),
            string s => raw.sqlite3_bind_text(statement, at, s),
            byte[] b => b.Length == 0 ? raw.sqlite3_bind_zeroblob(statement, at, 0) : raw.sqlite3_bind_blob(statement, at, b),
            long l => raw.sqlite3_bind_int64(statement, at, l),
            double d => raw.sqlite3_bind_double(statement, at, d),
            bool b => raw.sqlite3_bind_int64(statement, at, b ? 1 : 0),
            DateTimeOffset t => raw.sqlite3_bind_text(statement, at, t.UtcDateTime.ToString(TypeHandlers.Iso, CultureInfo.InvariantCulture)),
            DateOnly d => raw.sqlite3_bind_text(statement, at, d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            var v => throw new NotSupportedException($"{v.GetType().Name} has no column type here."),
        }, raw.SQLITE_OK);

        int BindGuid(int at, Guid value)
        {
            Span<byte> bytes = stackalloc byte[16];
            value.TryWriteBytes(bytes, bigEndian: true, out _);
            return raw.sqlite3_bind_blob(statement, at, bytes);
        }

        void Demand(int result, int expected)
        {
            if (result != expected) throw new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), raw.sqlite3_errcode(database), raw.sqlite3_extended_errcode(database));
        }

        public override Task Complete() => Task.CompletedTask;

        public override ValueTask DisposeAsync()
        {
            statement.Dispose();
            return default;
        }
    }
}
