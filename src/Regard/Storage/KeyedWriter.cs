namespace Regard.Storage;

/// <summary>A table as rows are brought into it: what names a row, what it says, and what is noted when it is added and never changed.</summary>
public sealed record KeyedTable(string Name, IReadOnlyList<string> Keys, IReadOnlyList<string> Facts, IReadOnlyList<string> Stamps)
{
    public IEnumerable<string> Columns => Keys.Concat(Facts).Concat(Stamps);
}

/// <summary>Rows on their way into a table that may know some of them already. The values stand in the order of <see cref="KeyedTable.Columns"/>; no key comes twice.</summary>
public abstract class KeyedWriter : IAsyncDisposable
{
    public long Added { get; protected set; }
    public long Updated { get; protected set; }
    public long Unchanged { get; protected set; }

    public abstract Task Write(object?[] row);
    /// <summary>After it the counts hold.</summary>
    public virtual Task Flush() => Task.CompletedTask;
    public abstract ValueTask DisposeAsync();
}
