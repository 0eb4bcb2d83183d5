namespace Regard.Web;

/// <summary>The machine's clock, in the time zone that the installation is set to.</summary>
sealed class ZonedClock(TimeZoneInfo zone) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => zone;
}
