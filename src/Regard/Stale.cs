using System.Globalization;
namespace Regard;

/// <summary>Two people editing one thing: the second to save is told who was faster, and keeps what was typed.</summary>
static class Stale
{
    public static Refused SavedMeanwhile(string? by, DateTimeOffset at)
    {
        var minute = at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return by is null
            ? new("This was saved on {0} (UTC), after you opened it. Your changes were not saved.", minute)
            : new("{0} saved this on {1} (UTC), after you opened it. Your changes were not saved.", by, minute);
    }
}
