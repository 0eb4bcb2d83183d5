using System.Globalization;
namespace Regard;

/// <summary>An amount in the smallest unit of a currency (ISO 4217): fen, cents.</summary>
public readonly record struct Money(long Minor, string Currency)
{
    static readonly HashSet<string> whole = ["JPY", "KRW", "VND", "CLP", "ISK"];

    /// <summary>Digits behind the point.</summary>
    public static int Decimals(string currency) => whole.Contains(currency) ? 0 : 2;

    public static bool IsCurrency(string code) => code.Length == 3 && code.All(char.IsAsciiLetterUpper);

    public decimal Major => Minor / Scale(Currency);

    static decimal Scale(string currency) => Decimals(currency) == 0 ? 1 : 100;

    /// <summary>Reads an amount as people write it: 1234.5, 1,234.50, ¥1 234.50. Null when it is none, or has digits behind the smallest unit.</summary>
    public static long? Read(string text, string currency)
    {
        var plain = text.Trim().TrimStart('¥', '￥', '$', '€', '£').Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (!decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var major)) return null;
        return ToMinor(major, currency);
    }

    /// <summary>Null when it has digits behind the smallest unit, or is beyond all amounts.</summary>
    public static long? ToMinor(decimal major, string currency)
    {
        if (Math.Abs(major) >= 9e15m) return null;
        var minor = major * Scale(currency);
        return minor == decimal.Truncate(minor) && Math.Abs(minor) < 9e15m ? (long)minor : null;
    }
}
