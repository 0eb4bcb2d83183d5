using Microsoft.Data.Sqlite;
namespace Regard.Storage;

/// <summary>Tries to add each row; where it is known, writes what differs.</summary>
sealed class SqliteKeyed : KeyedWriter
{
    readonly SqliteStatement? add, mend, look;

    public SqliteKeyed(SqliteTransaction transaction, KeyedTable table, bool dry)
    {
        var database = transaction.Connection!.Handle!;
        SqliteStatement.WidenCache(database);
        var at = table.Columns.Select((c, i) => (c, i)).ToDictionary(c => c.c, c => $"?{c.i + 1}");
        var isThis = string.Join(" and ", table.Keys.Select(k => $"{k} = {at[k]}"));
        var differs = string.Join(" or ", table.Facts.Select(f => $"{f} is not {at[f]}"));
        if (dry) look = new(database, $"select {differs} from {table.Name} where {isThis}");
        else
        {
            add = new(database, $"insert into {table.Name} ({string.Join(", ", table.Columns)}) values ({string.Join(", ", table.Columns.Select(c => at[c]))}) on conflict ({string.Join(", ", table.Keys)}) do nothing");
            mend = new(database, $"update {table.Name} set {string.Join(", ", table.Facts.Select(f => $"{f} = {at[f]}"))} where {isThis} and ({differs})");
        }
    }

    public override Task Write(object?[] row)
    {
        if (look is not null) Count(Look(row));
        else if (Did(add!, row)) Added++;
        else if (Did(mend!, row)) Updated++;
        else Unchanged++;
        return Task.CompletedTask;
    }

    static bool Did(SqliteStatement statement, object?[] row)
    {
        statement.Bind(row);
        return statement.Step() > 0;
    }

    long? Look(object?[] row)
    {
        look!.Bind(row);
        return look.Ask();
    }

    void Count(long? differs)
    {
        if (differs is null) Added++;
        else if (differs != 0) Updated++;
        else Unchanged++;
    }

    public override ValueTask DisposeAsync()
    {
        foreach (var statement in new[] { add, mend, look }) statement?.Dispose();
        return default;
    }
}
