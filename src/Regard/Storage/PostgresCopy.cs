using Npgsql;
using NpgsqlTypes;
namespace Regard.Storage;

/// <summary>Rows on their way by COPY.</summary>
sealed class PostgresCopy : BulkWriter
{
    readonly NpgsqlBinaryImporter importer;

    // Many rows with their indexes take longer to be taken in than a statement usually may.
    public PostgresCopy(NpgsqlBinaryImporter importer) => (this.importer = importer).Timeout = TimeSpan.FromHours(2);

    public override async Task Write(params object?[] row)
    {
        await importer.StartRowAsync();
        for (var i = 0; i < row.Length; i++)
            switch (row[i])
            {
                case null: await importer.WriteNullAsync(); break;
                case Guid g: await importer.WriteAsync(g, NpgsqlDbType.Uuid); break;
                case string t: await importer.WriteAsync(t, NpgsqlDbType.Text); break;
                case byte[] b: await importer.WriteAsync(b, NpgsqlDbType.Bytea); break;
                case long l: await importer.WriteAsync(l, NpgsqlDbType.Bigint); break;
                case double d: await importer.WriteAsync(d, NpgsqlDbType.Double); break;
                case bool b: await importer.WriteAsync(b, NpgsqlDbType.Boolean); break;
                case DateTimeOffset t: await importer.WriteAsync(t.UtcDateTime, NpgsqlDbType.TimestampTz); break;
                case DateOnly d: await importer.WriteAsync(d, NpgsqlDbType.Date); break;
                case var v: throw new NotSupportedException($"{v.GetType().Name} has no column type here.");
            }
    }

    public override async Task Complete() => await importer.CompleteAsync();
    public override ValueTask DisposeAsync() => importer.DisposeAsync();
}
