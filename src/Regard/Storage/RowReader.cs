namespace Regard.Storage;

/// <summary>One of many rows, read column by column from left to right, without an object for each value.</summary>
public abstract class RowReader
{
    public abstract bool IsNull(int column);
    public abstract Guid Guid(int column);
    public abstract string Text(int column);
    public abstract long Long(int column);
    public abstract double Double(int column);
    public abstract DateOnly Day(int column);
    public abstract DateTimeOffset Moment(int column);
    /// <summary>Valid until the next row.</summary>
    public abstract ReadOnlySpan<byte> Bytes(int column);

    public long? MaybeLong(int column) => IsNull(column) ? null : Long(column);
    public Guid? MaybeGuid(int column) => IsNull(column) ? null : Guid(column);
    public DateOnly? MaybeDay(int column) => IsNull(column) ? null : Day(column);
    public string? MaybeText(int column) => IsNull(column) ? null : Text(column);
}
