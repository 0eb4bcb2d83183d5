namespace Regard.Organisation;

/// <summary>The public holidays of a year, as the government announced them; entered again, they are corrected.</summary>
/// <param name="Days">A line each: 2027-02-06/2027-02-12 and the name; a plus before the name for a day that is worked instead.</param>
/// <param name="Source">Who announced them, when.</param>
public sealed record SaveHolidays(string Region, int Year, string Source, string Days) : Change<Done>
{
    const int Longest = 20_000;

    internal override Permission Needs => Permission.EditOrganisation;
    internal override string Subject => $"{Region} {Year}";

    internal override IEnumerable<Problem> Check()
    {
        if (!PublicHolidays.Regions.Contains(Region)) yield return new("Region", "Regard does not know the public holidays of that country.");
        if (Year is < 2000 or > 2200) yield return new("Year", "Give a year between {0} and {1}.", 2000, 2200);
        if (string.IsNullOrWhiteSpace(Source)) yield return new("Source", "Say where this is announced.");
        else if (Source.Length > 500) yield return new("Source", "At most {0} characters.", 500);
        if (string.IsNullOrWhiteSpace(Days)) yield return new("Days", "Enter the holidays, a line each.");
        else if (Days.Length > Longest) yield return new("Days", "At most {0} characters.", Longest);
    }

    internal override async Task<Done> Run(Session s)
    {
        var days = PublicHolidays.Parse(Year, Days);
        await s.Write("delete from holidays where region = @Region and year = @Year", new { Region, Year });
        await s.Write("""
            insert into holiday_years (region, year, source, saved_at, saved_by) values (@Region, @Year, @source, @Now, @Person)
            on conflict (region, year) do update set source = @source, saved_at = @Now, saved_by = @Person
            """, new { Region, Year, source = Source.Trim(), s.Now, s.Caller.Person });
        foreach (var d in days)
            await s.Write("insert into holidays (region, year, day, is_worked, name) values (@Region, @Year, @Day, @IsWorked, @Name)", new { Region, Year, d.Day, d.IsWorked, d.Name });
        return default;
    }
}
