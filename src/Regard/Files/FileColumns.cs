namespace Regard.Files;

/// <summary>Which column of a file holds what.</summary>
sealed class FileColumns
{
    readonly Dictionary<string, int> at = [];

    public FileColumns(CsvFile file, IReadOnlyList<FileColumn> columns)
    {
        var unknown = new List<string>();
        for (var i = 0; i < file.Header.Count; i++)
        {
            var header = file.Header[i];
            if (columns.FirstOrDefault(c => c.IsCalled(header)) is not { } column) { if (header.Length > 0) unknown.Add(header); }
            else if (!at.TryAdd(column.Name, i)) throw new Invalid("File", "The columns {0} and {1} both hold {2}.", file.Header[at[column.Name]], header, column.Name);
        }
        Unknown = unknown;
        var missing = columns.Where(c => c.Needed && !at.ContainsKey(c.Name)).ToList();
        if (missing.Count > 0) throw new Invalid([.. missing.Select(c => new Problem("File", "The column {0} ({1}) is missing.", c.Name, c.Simplified))]);
    }

    public IReadOnlyList<string> Unknown { get; }
    /// <summary>-1 when the file has none.</summary>
    public int Find(string name) => at.GetValueOrDefault(name, -1);
    public bool Has(string name) => at.ContainsKey(name);
}
