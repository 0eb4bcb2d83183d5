using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Regard.Organisation;
namespace Regard.Tests.Organisation;

public class WorkingCalendarTests
{
    static readonly IReadOnlyList<string> nineToFive = [.. Enumerable.Repeat("09:00-17:00", 5), "", ""];
    static readonly IReadOnlyList<string> split = [.. Enumerable.Repeat("09:00-12:00, 13:30-18:00", 5), "", ""];

    static WorkingCalendar Shanghai(IReadOnlyList<string> week) => With("Asia/Shanghai", week, PublicHolidays.Known.SelectMany(y => y.Days));

    static WorkingCalendar With(string zone, IReadOnlyList<string> week, IEnumerable<PublicHoliday>? holidays = null) =>
        new SavedCalendar { Id = default, Name = "x", Zone = zone, Lines = string.Join("\n", week), Revision = 1 }.With(holidays ?? []);

    static DateTimeOffset At(string local) => DateTimeOffset.ParseExact(local, "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    static TimeSpan Hours(double hours) => TimeSpan.FromHours(hours);

    // Counted by hand on the wall calendar of 2026: National Day off 1 to 7 October (Thursday to Wednesday), worked on Sunday 20 September and Saturday 10 October.
    [Theory]
    [InlineData("2026-11-20 16:30", 1, "2026-11-23 09:30")] // Friday half an hour before five: half an hour of Monday.
    [InlineData("2026-11-20 16:00", 1, "2026-11-20 17:00")] // It ends when the shift ends, not on Monday.
    [InlineData("2026-11-21 11:00", 1, "2026-11-23 10:00")] // Saturday.
    [InlineData("2026-09-30 16:30", 1, "2026-10-08 09:30")] // The last working day before the golden week.
    [InlineData("2026-09-30 16:30", 24, "2026-10-10 16:30")] // Thursday 8, Friday 9, Saturday 10 worked instead.
    [InlineData("2026-10-03 12:00", 0.5, "2026-10-08 09:30")] // In its midst.
    [InlineData("2026-10-09 16:59", 1, "2026-10-10 09:59")] // The Saturday is a working day.
    [InlineData("2026-10-10 16:30", 1, "2026-10-12 09:30")] // Sunday 11 is not.
    [InlineData("2026-09-18 16:30", 8, "2026-09-20 16:30")] // Saturday 19 is off, Sunday 20 is worked.
    [InlineData("2026-02-14 16:00", 2, "2026-02-24 10:00")] // Spring Festival 15 to 23 February; Saturday 14 worked.
    [InlineData("2026-02-27 16:30", 1, "2026-02-28 09:30")] // Saturday 28 worked.
    [InlineData("2025-09-30 16:00", 2, "2025-10-09 10:00")] // Eight days of 2025.
    [InlineData("2024-02-09 16:00", 2, "2024-02-18 10:00")] // Sunday 18 February 2024 worked.
    public void Due_times_across_holidays_are_those_counted_by_hand(string from, double hours, string due) =>
        Assert.Equal(At(due + " +08:00"), Shanghai(nineToFive).Add(At(from + " +08:00"), Hours(hours)));

    [Theory]
    [InlineData("2026-11-23 11:30", 1, "2026-11-23 14:00")]
    [InlineData("2026-11-23 12:30", 0.25, "2026-11-23 13:45")]
    [InlineData("2026-11-23 09:00", 7.5, "2026-11-23 18:00")]
    [InlineData("2026-11-23 09:00", 8, "2026-11-24 09:30")]
    [InlineData("2026-11-27 17:30", 4, "2026-11-30 14:00")]
    public void A_break_at_noon_does_not_count(string from, double hours, string due) =>
        Assert.Equal(At(due + " +08:00"), Shanghai(split).Add(At(from + " +08:00"), Hours(hours)));

    [Theory]
    [InlineData("2026-11-23 23:00", 3, "2026-11-24 02:00")]
    [InlineData("2026-11-24 05:00", 2, "2026-11-24 23:00")]
    [InlineData("2026-11-28 05:30", 1, "2026-11-30 22:30")] // Friday's shift ends on Saturday at six; the next begins on Monday night.
    public void A_shift_through_midnight_belongs_to_the_day_it_begins_on(string from, double hours, string due) =>
        Assert.Equal(At(due + " +08:00"), With("Asia/Shanghai", [.. Enumerable.Repeat("22:00-06:00", 5), "", ""]).Add(At(from + " +08:00"), Hours(hours)));

    // In 2026 clocks in Berlin go from 2 to 3 on 29 March and from 3 to 2 on 25 October; in New York from 2 to 3 on 8 March and from 2 to 1 on 1 November.
    [Theory]
    [InlineData("Europe/Berlin", "2026-03-28 22:00 +01:00", 7, "2026-03-29 06:00 +02:00")]
    [InlineData("Europe/Berlin", "2026-10-24 22:00 +02:00", 9, "2026-10-25 06:00 +01:00")]
    [InlineData("America/New_York", "2026-03-07 22:00 -05:00", 7, "2026-03-08 06:00 -04:00")]
    [InlineData("America/New_York", "2026-10-31 22:00 -04:00", 9, "2026-11-01 06:00 -05:00")]
    [InlineData("Asia/Shanghai", "2026-03-28 22:00 +08:00", 8, "2026-03-29 06:00 +08:00")]
    public void A_night_shift_is_as_long_as_the_clocks_make_it(string zone, string from, double hours, string until)
    {
        var nights = With(zone, [.. Enumerable.Repeat("22:00-06:00", 7)]);
        Assert.Equal(At(until), nights.Add(At(from), Hours(hours)));
        Assert.Equal(Hours(hours), nights.Between(At(from), At(until)));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-27 16:30 +01:00", "2026-03-30 09:30 +02:00")]
    [InlineData("Europe/Berlin", "2026-10-23 16:30 +02:00", "2026-10-26 09:30 +01:00")]
    [InlineData("America/New_York", "2026-03-06 16:30 -05:00", "2026-03-09 09:30 -04:00")]
    [InlineData("America/New_York", "2026-10-30 16:30 -04:00", "2026-11-02 09:30 -05:00")]
    public void A_working_day_begins_at_nine_on_the_wall_before_and_after_clocks_change(string zone, string from, string due) =>
        Assert.Equal(At(due), With(zone, nineToFive).Add(At(from), Hours(1)));

    [Fact]
    public void It_is_open_from_the_first_minute_of_a_shift_to_before_its_end()
    {
        var calendar = Shanghai(split);
        Assert.Equal([false, true, true, false, false, true, false], new[] { "08:59", "09:00", "11:59", "12:00", "13:29", "13:30", "18:00" }.Select(t => calendar.IsOpen(At($"2026-11-23 {t} +08:00"))));
        Assert.False(calendar.IsOpen(At("2026-10-01 10:00 +08:00")));
        Assert.True(calendar.IsOpen(At("2026-10-10 10:00 +08:00")));
    }

    [Fact]
    public void A_working_day_ends_with_its_last_shift_and_a_day_off_at_midnight()
    {
        var calendar = Shanghai(split);
        Assert.Equal(At("2026-11-23 18:00 +08:00"), calendar.EndOf(new(2026, 11, 23)));
        Assert.Equal(At("2026-11-23 00:00 +08:00"), calendar.EndOf(new(2026, 11, 22)));
        Assert.Equal(new DateOnly(2026, 10, 8), calendar.NextWorkday(new(2026, 9, 30)));
        Assert.Equal(new DateOnly(2026, 11, 23), calendar.DayOf(At("2026-11-22 20:00 +00:00")));
    }

    [Theory]
    [InlineData("9:00-12:00,13:30－18:00", "09:00-12:00, 13:30-18:00"), InlineData("０", null), InlineData("09：00至18：00", "09:00-18:00"), InlineData("", ""), InlineData("22:00-06:00", "22:00-06:00")]
    [InlineData("00:00-24:00", "00:00-24:00"), InlineData("13:00-18:00, 09:00-12:00", null), InlineData("09:00-12:00, 11:00-18:00", null), InlineData("09:60-18:00", null), InlineData("25:00-26:00", null)]
    [InlineData("9-18", null), InlineData("10:00-12:00, 20:00-11:00", null), InlineData("24:00-06:00", null), InlineData("-1:00-06:00", null)]
    public void Working_times_are_read_as_people_write_them(string text, string? said) => Assert.Equal(said, Shifts.Parse(text)?.Said());

    [Fact]
    public void Holidays_read_and_written_are_the_same()
    {
        foreach (var year in PublicHolidays.Known) Assert.Equal(year.Days, PublicHolidays.Parse(year.Year, PublicHolidays.Write(year.Days)));
        // Counted in the notices: days off (weekends within included) and days worked instead.
        Assert.Equal([(28, 8), (28, 5), (33, 6)], PublicHolidays.Known.Select(y => (y.Days.Count(d => !d.IsWorked), y.Days.Count(d => d.IsWorked))));
        Assert.All(PublicHolidays.Known.SelectMany(y => y.Days).Where(d => d.IsWorked), d => Assert.True(d.Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));
    }

    [Fact]
    public void What_is_added_lies_between_and_more_is_never_earlier() => Prop.ForAll(Arb.From(Cases), c =>
    {
        var calendar = c.Calendar;
        var (once, twice) = (calendar.Add(c.From, c.First), calendar.Add(calendar.Add(c.From, c.First), c.Second));
        return calendar.Between(c.From, once) == c.First
            && twice == calendar.Add(c.From, c.First + c.Second)
            && once >= c.From && twice >= once
            && calendar.Add(c.From.AddMinutes(17), c.First) >= once
            && calendar.Between(c.From, twice) == c.First + c.Second;
    }).Check(Config.QuickThrowOnFailure.WithReplay(5, 15).WithMaxTest(2000));

    sealed record Case(WorkingCalendar Calendar, DateTimeOffset From, TimeSpan First, TimeSpan Second);

    static Gen<Case> Cases =>
        from zone in Gen.Elements("Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Etc/UTC")
        from days in Gen.Elements("", "09:00-17:00", "09:00-12:00, 13:30-18:00", "22:00-06:00", "00:00-24:00", "01:30-02:30", "02:00-03:00", "06:00-14:00, 20:00-05:00").ArrayOf(7)
        from minutes in Gen.Choose(0, 60 * 24 * 800)
        from first in Gen.Choose(1, 60 * 80)
        from second in Gen.Choose(0, 60 * 80)
        select new Case(With(zone, days.All(string.IsNullOrEmpty) ? [.. nineToFive] : days, zone == "Asia/Shanghai" ? PublicHolidays.Known.SelectMany(y => y.Days) : []),
            At("2025-01-01 00:00 +00:00").AddMinutes(minutes), TimeSpan.FromMinutes(first), TimeSpan.FromMinutes(second));
}
