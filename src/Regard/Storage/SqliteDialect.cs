using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
namespace Regard.Storage;

sealed class SqliteDialect : Dialect
{
    const int ConstraintUnique = 2067, ConstraintPrimaryKey = 1555, ConstraintForeignKey = 787;

    public override Engine Engine => Engine.Sqlite;

    public override DbConnection Connect(string connectionString) => new SqliteConnection(connectionString);

    public override Task<DbTransaction> Begin(DbConnection connection, bool writing) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: !writing));

    public override Task<DbTransaction> BeginAlone(DbConnection connection) => Begin(connection, writing: true);

    public override bool IsPassing(DbException e) => false;

    public override Exception? Refusal(DbException e) => e is not SqliteException lite ? null : lite.SqliteExtendedErrorCode switch
    {
        ConstraintUnique or ConstraintPrimaryKey => AlreadyThere,
        ConstraintForeignKey => new Refused("Something this refers to does not exist, or is still in use."),
        _ => lite.SqliteErrorCode is 5 or 6 ? Busy : null,
    };

    public override BulkWriter Append(DbTransaction transaction, string table, params string[] columns) => new Prepared((SqliteTransaction)transaction, table, columns);

    sealed class Prepared : BulkWriter
    {
        readonly SqliteCommand command;

        public Prepared(SqliteTransaction transaction, string table, string[] columns)
        {
            command = transaction.Connection!.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = $"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})";
            for (var i = 0; i < columns.Length; i++) command.Parameters.Add(new SqliteParameter($"$p{i}", null));
            command.Prepare();
        }

        public override Task Write(params object?[] row)
        {
            var values = row;
            for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] switch
            {
                null => DBNull.Value,
                Guid g => Ids.ToBytes(g),
                DateTimeOffset t => t.UtcDateTime.ToString(TypeHandlers.Iso, CultureInfo.InvariantCulture),
                DateOnly d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                var v => v,
            };
            command.ExecuteNonQuery();
            return Task.CompletedTask;
        }

        public override Task Complete() => Task.CompletedTask;
        public override ValueTask DisposeAsync() => command.DisposeAsync();
    }
}
