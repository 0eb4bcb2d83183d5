using Npgsql;
namespace Regard.Storage;

/// <summary>Copies rows into a temporary table; a flush adds those unknown and then, if there were others, writes what differs.</summary>
sealed class PostgresKeyed(NpgsqlTransaction transaction, KeyedTable table, bool dry) : KeyedWriter
{
    readonly string incoming = $"incoming_{table.Name}", columns = string.Join(", ", table.Columns);
    readonly string isThis = string.Join(" and ", table.Keys.Select(k => $"t.{k} = i.{k}"));
    readonly string differs = $"({string.Join(", ", table.Facts.Select(f => "t." + f))}) is distinct from ({string.Join(", ", table.Facts.Select(f => "i." + f))})";
    NpgsqlConnection Connection => transaction.Connection!;
    PostgresCopy? copy;
    long waiting;
    bool made;

    public override async Task Write(object?[] row)
    {
        if (!made)
        {
            await Do($"create temporary table {incoming} on commit drop as select {columns} from {table.Name} with no data");
            made = true;
        }
        copy ??= new PostgresCopy(Connection.BeginBinaryImport($"copy {incoming} ({columns}) from stdin (format binary)"));
        await copy.Write(row);
        waiting++;
    }

    public override async Task Flush()
    {
        if (copy is null) return;
        await copy.Complete();
        await copy.DisposeAsync();
        copy = null;
        if (dry) await Look();
        else await Merge();
        await Do($"truncate {incoming}");
        waiting = 0;
    }

    async Task Merge()
    {
        var keys = string.Join(", ", table.Keys);
        var added = await Do($"insert into {table.Name} ({columns}) select {columns} from {incoming} order by {keys} on conflict ({keys}) do nothing");
        var updated = 0L;
        if (added < waiting)
        {
            await Do($"analyze {incoming}");
            updated = await Do($"update {table.Name} t set {string.Join(", ", table.Facts.Select(f => $"{f} = i.{f}"))} from {incoming} i where {isThis} and {differs}");
        }
        Count(added, updated);
    }

    async Task Look()
    {
        await using var command = new NpgsqlCommand($"select count(*), count(*) filter (where {differs}) from {incoming} i join {table.Name} t on {isThis}", Connection, transaction);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        Count(waiting - reader.GetInt64(0), reader.GetInt64(1));
    }

    void Count(long added, long updated)
    {
        Added += added;
        Updated += updated;
        Unchanged += waiting - added - updated;
    }

    async Task<long> Do(string sql)
    {
        await using var command = new NpgsqlCommand(sql, Connection, transaction) { CommandTimeout = 0 };
        return await command.ExecuteNonQueryAsync();
    }

    public override ValueTask DisposeAsync() => copy?.DisposeAsync() ?? default;
}
