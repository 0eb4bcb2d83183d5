namespace Regard.Cli;

/// <summary>What the environment says about this installation.</summary>
static class Settings
{
    /// <summary>REGARD_DATABASE: the path of a SQLite file, or "Host=..." for PostgreSQL.</summary>
    public static string Database => Environment.GetEnvironmentVariable("REGARD_DATABASE") ?? "regard.db";
}
