using System.Globalization;
namespace Regard.Web.Ui;

/// <summary>Says texts, numbers and moments in the reader's language.</summary>
public sealed class Tongue(Caller reader)
{
    internal static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(Environment.GetEnvironmentVariable("REGARD_ZONE") ?? TimeZoneInfo.Local.Id);

    public Language Language => reader.Language;
    public string Tag => Language.Tag();

    public string this[string text, params object?[] values] => Words.Of(text, values).In(Language);
    public string this[Words words] => words.In(Language);
    public string this[Text text] => text.In(Language);

    public string Number(double value, int decimals = 1) => value.ToString("N" + decimals, CultureInfo.InvariantCulture);
    public string Number(double? value, int decimals = 1) => value is { } v ? Number(v, decimals) : "–";
    public string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
    public string Share(double value, int decimals = 0) => (100 * value).ToString("N" + decimals, CultureInfo.InvariantCulture) + " %";
    public string Signed(double value, int decimals = 1) => value.ToString("+0." + new string('0', decimals) + ";−0." + new string('0', decimals) + ";0." + new string('0', decimals), CultureInfo.InvariantCulture);
    /// <summary>An amount in the smallest unit of a currency, without its small change from a thousand on.</summary>
    public string Money(double minor, string? currency)
    {
        var decimals = Regard.Money.Decimals(currency ?? "");
        var major = minor / Math.Pow(10, decimals);
        return $"{major.ToString(Math.Abs(major) >= 1000 || decimals == 0 ? "N0" : "N2", CultureInfo.InvariantCulture)} {currency}".TrimEnd();
    }
    public string Day(DateOnly day) => Language == Language.English
        ? day.ToString("d MMM yyyy", CultureInfo.InvariantCulture)
        : day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
    public string Day(DateOnly? day) => day is { } d ? Day(d) : "–";
    /// <summary>A length of time by its two largest units.</summary>
    public string Span(TimeSpan span) => span.TotalDays >= 1 ? this["{0} d {1} h", (int)span.TotalDays, span.Hours] : span.TotalHours >= 1 ? this["{0} h {1} min", span.Hours, span.Minutes] : this["{0} min", Math.Max(0, span.Minutes)];
    public string Moment(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
