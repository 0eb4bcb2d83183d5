using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;
namespace Regard.Storage;

/// <summary>Binds by SQLite's own calls, four times as fast as through ADO.NET. An object that stood in the row before stays bound; bytes do not, for they may have changed.</summary>
sealed class SqliteStatement : IDisposable
{
    /// <summary>KiB at most, kept by the connection. With less, pages that many rows touch go to the disk and come back all the time.</summary>
    const int BulkCache = 128 << 10;

    readonly sqlite3 database;
    readonly sqlite3_stmt statement;
    readonly object?[] bound;

    public SqliteStatement(sqlite3 database, string sql)
    {
        this.database = database;
        Demand(raw.sqlite3_prepare_v2(database, sql, out statement), raw.SQLITE_OK);
        bound = new object?[raw.sqlite3_bind_parameter_count(statement)];
    }

    public static void WidenCache(sqlite3 database)
    {
        if (raw.sqlite3_exec(database, $"pragma cache_size = -{BulkCache}") is not raw.SQLITE_OK and var code) throw new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), code);
    }

    public void Bind(object?[] row)
    {
        for (var i = 0; i < bound.Length; i++)
            if (row[i] is byte[] || !ReferenceEquals(row[i], bound[i])) Bind(i + 1, bound[i] = row[i]);
    }

    /// <summary>The rows that it changed.</summary>
    public int Step()
    {
        var result = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        Demand(result, raw.SQLITE_DONE);
        return raw.sqlite3_changes(database);
    }

    /// <summary>The number in the one cell of the one row; null without a row.</summary>
    public long? Ask()
    {
        var result = raw.sqlite3_step(statement);
        long? said = result == raw.SQLITE_ROW ? raw.sqlite3_column_int64(statement, 0) : null;
        raw.sqlite3_reset(statement);
        if (result != raw.SQLITE_ROW) Demand(result, raw.SQLITE_DONE);
        return said;
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

    public void Dispose() => statement.Dispose();
}
