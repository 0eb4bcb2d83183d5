using System.Data.Common;
using Npgsql;
namespace Regard.Storage;

sealed class PostgresDialect : Dialect
{
    const long MigrationLock = 0x5265676172640001;

    public override Engine Engine => Engine.Postgres;

    public override DbConnection Connect(string connectionString) => new NpgsqlConnection(connectionString);

    public override string Apart(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "regard responses" }.ConnectionString;

    public override async Task<DbTransaction> Begin(DbConnection connection, bool writing) => await connection.BeginTransactionAsync();

    public override async Task<DbTransaction> BeginAlone(DbConnection connection)
    {
        var transaction = await ((NpgsqlConnection)connection).BeginTransactionAsync();
        await using var command = new NpgsqlCommand("select pg_advisory_xact_lock($1)", transaction.Connection, transaction) { Parameters = { new() { Value = MigrationLock } } };
        await command.ExecuteNonQueryAsync();
        return transaction;
    }

    public override bool IsPassing(DbException e) => e.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    public override Exception? Refusal(DbException e) => e.SqlState switch
    {
        PostgresErrorCodes.UniqueViolation => AlreadyThere,
        PostgresErrorCodes.ForeignKeyViolation => new Refused("Something this refers to does not exist, or is still in use."),
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => Busy,
        _ => null,
    };

    public override BulkWriter Append(DbTransaction transaction, string table, params string[] columns) =>
        new PostgresCopy(((NpgsqlConnection)transaction.Connection!).BeginBinaryImport($"copy {table} ({string.Join(", ", columns)}) from stdin (format binary)"));

    public override KeyedWriter Bring(DbTransaction transaction, KeyedTable table, bool dry) => new PostgresKeyed((NpgsqlTransaction)transaction, table, dry);

    public override string Among(string column, string list) => $"{column} = any(@{list})";
    public override System.Collections.IEnumerable Keys(IEnumerable<Guid> ids) => ids.ToArray();

    public override string? IndexWords => null;
    public override string FoundByWords => "c.search @@ cast(@words as tsquery)";
    public override string? IndexCaseWords => null;
    public override string FoundCases => "cases c where c.search @@ cast(@found as tsquery)";
    public override string NewestFound => "c.number desc";
    public override string Search(IEnumerable<string> tokens, IReadOnlyCollection<string> oneOf) =>
        string.Join(" & ", [.. tokens.Select(t => $"'{t}':*"), .. oneOf.Count == 0 ? (string[])[] : [$"({string.Join(" | ", oneOf.Select(w => $"'{w}'"))})"]]);

    public override async Task Read(DbTransaction transaction, string sql, IReadOnlyDictionary<string, object> values, Action<RowReader> each)
    {
        await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)transaction.Connection!, (NpgsqlTransaction)transaction);
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        await using var reader = await command.ExecuteReaderAsync(System.Data.CommandBehavior.SequentialAccess);
        var rows = new PostgresRows(reader);
        while (await reader.ReadAsync()) each(rows);
    }
}
