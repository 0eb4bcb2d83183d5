using System.Globalization;
namespace Regard.Cli;

/// <summary>What the environment says about this installation.</summary>
static class Settings
{
    /// <summary>REGARD_DATA: the folder for SQLite files.</summary>
    public static string DataFolder => Environment.GetEnvironmentVariable("REGARD_DATA") ?? "data";

    /// <summary>REGARD_DATABASE: the path of a SQLite file, or "Host=..." for PostgreSQL.</summary>
    public static string Database
    {
        get
        {
            if (Environment.GetEnvironmentVariable("REGARD_DATABASE") is { Length: > 0 } set) return set;
            Directory.CreateDirectory(DataFolder);
            return Path.Combine(DataFolder, "regard.db");
        }
    }

    /// <summary>REGARD_LARGEST_UPLOAD: the largest file for import in megabytes.</summary>
    public static long LargestUpload => long.TryParse(Environment.GetEnvironmentVariable("REGARD_LARGEST_UPLOAD"), CultureInfo.InvariantCulture, out var mb) && mb > 0 ? mb << 20 : 1L << 30;
}
