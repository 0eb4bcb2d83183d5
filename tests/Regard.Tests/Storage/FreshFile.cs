using Microsoft.Data.Sqlite;
using Regard.Storage;
namespace Regard.Tests.Storage;

/// <summary>A SQLite file with this version's tables, copied from one that was migrated once.</summary>
sealed class FreshFile : IAsyncDisposable
{
    static readonly Lazy<Task<byte[]>> migrated = new(Migrate);

    readonly string folder = Directory.CreateTempSubdirectory("regard-test-").FullName;

    public string Setting => Path.Combine(folder, "test.db");

    public static async Task<FreshFile> Make()
    {
        var content = await migrated.Value;
        var file = new FreshFile();
        await File.WriteAllBytesAsync(file.Setting, content);
        return file;
    }

    static async Task<byte[]> Migrate()
    {
        var file = new FreshFile();
        await Database.At(file.Setting).Migrate(TimeProvider.System);
        // The last connection to close moves everything out of the log into the file.
        file.Close();
        var content = await File.ReadAllBytesAsync(file.Setting);
        await file.DisposeAsync();
        return content;
    }

    void Close()
    {
        var database = Database.At(Setting);
        foreach (var part in new[] { database, database.Apart() })
        {
            using var connection = new SqliteConnection(part.ConnectionString);
            SqliteConnection.ClearPool(connection);
        }
    }

    public ValueTask DisposeAsync()
    {
        Close();
        Directory.Delete(folder, recursive: true);
        return default;
    }
}
