using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;
namespace Regard.Storage;

/// <summary>Reads by SQLite's own calls: twice as many rows a second as through a data reader, which makes objects of each.</summary>
static class SqlitePackedRows
{
    public static void Read(sqlite3 database, string sql, IReadOnlyDictionary<string, object> values, PackedRow each)
    {
        Must(database, raw.sqlite3_prepare_v2(database, sql, out var statement));
        using (statement)
        {
            foreach (var (name, value) in values) Bind(database, statement, raw.sqlite3_bind_parameter_index(statement, "@" + name), value);
            var (text, written) = ("", Array.Empty<byte>());
            int step;
            while ((step = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            {
                var said = raw.sqlite3_column_blob(statement, 1);
                if (!said.SequenceEqual(written)) (text, written) = (Encoding.UTF8.GetString(said), said.ToArray());
                each(new Guid(raw.sqlite3_column_blob(statement, 0), bigEndian: true), text, raw.sqlite3_column_double(statement, 2), raw.sqlite3_column_blob(statement, 3));
            }
            if (step != raw.SQLITE_DONE) Must(database, step);
        }
    }

    static void Bind(sqlite3 database, sqlite3_stmt statement, int at, object value) => Must(database, value switch
    {
        Guid g => raw.sqlite3_bind_blob(statement, at, Ids.ToBytes(g)),
        long l => raw.sqlite3_bind_int64(statement, at, l),
        _ => throw new NotSupportedException($"{value.GetType().Name} is not bound here."),
    });

    static void Must(sqlite3 database, int code)
    {
        if (code != raw.SQLITE_OK) throw new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), code, raw.sqlite3_extended_errcode(database));
    }
}
