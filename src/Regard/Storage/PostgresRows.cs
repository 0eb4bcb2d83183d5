using Npgsql;
namespace Regard.Storage;

sealed class PostgresRows(NpgsqlDataReader reader) : RowReader
{
    public override bool IsNull(int column) => reader.IsDBNull(column);
    public override Guid Guid(int column) => reader.GetGuid(column);
    public override string Text(int column) => reader.GetString(column);
    public override long Long(int column) => reader.GetInt64(column);
    public override double Double(int column) => reader.GetDouble(column);
    public override DateOnly Day(int column) => reader.GetFieldValue<DateOnly>(column);
    public override DateTimeOffset Moment(int column) => new(reader.GetFieldValue<DateTime>(column));
    public override ReadOnlySpan<byte> Bytes(int column) => reader.GetFieldValue<byte[]>(column);
}
