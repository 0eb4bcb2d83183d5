using System.Globalization;
namespace Regard.Files.Spss;

/// <summary>Says a number as a cell of CSV has it: days as yyyy-MM-dd, all else in full and without an exponent.</summary>
static class SpssNumber
{
    /// <summary>Days and moments are seconds since then.</summary>
    static readonly DateTime start = new(1582, 10, 14);
    static readonly double longest = (DateTime.MaxValue - start).TotalSeconds - 1;

    public static string Said(double number, int format)
    {
        if (number >= 0 && number <= longest)
            switch ((format >> 16) & 0xFF)
            {
                case 20 or 23 or 24 or 28 or 29 or 30 or 38 or 39: return start.AddSeconds(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                case 22 or 41: return start.AddSeconds(number) is var at && at.TimeOfDay == TimeSpan.Zero ? at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
                case 21 when number < 86_400: return TimeSpan.FromSeconds(number).ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture);
            }
        var said = number.ToString("R", CultureInfo.InvariantCulture);
        return said.Contains('E', StringComparison.Ordinal) && Math.Abs(number) is > 1e-20 and < 1e28
            ? decimal.Parse(said, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) : said;
    }
}
