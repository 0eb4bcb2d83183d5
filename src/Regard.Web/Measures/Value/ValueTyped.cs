using System.Globalization;
using Regard.Measures;
namespace Regard.Web.Measures.Value;

/// <summary>What was typed of the weights and sources of benefits and costs.</summary>
public sealed record ValueTyped(IReadOnlyDictionary<ValueAspect, ValueAspectTyped> Aspects)
{
    public static ValueTyped Of(ValueModel model) => new(model.Items.ToDictionary(i => i.Aspect, i => new ValueAspectTyped(i.Weight.ToString("0.####", CultureInfo.InvariantCulture), string.Join(", ", i.Measures), string.Join(", ", i.Series))));

    public static ValueTyped Of(IFormCollection sent) => new(ValueAspects.All.ToDictionary(a => a, a => new ValueAspectTyped(sent[$"{a}Weight"].ToString().Trim(), sent[$"{a}Measures"].ToString(), sent[$"{a}Series"].ToString())));

    /// <summary>What is no number weighs less than nothing, and is refused so.</summary>
    public IReadOnlyList<ValueItem> Items => [.. Aspects.Select(a => new ValueItem(a.Key, double.TryParse(a.Value.Weight, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) ? weight : -1, Codes(a.Value.Measures), Codes(a.Value.Series)))];

    static string[] Codes(string typed) => [.. typed.Split([',', '，', '、', ' ', '\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
}

public sealed record ValueAspectTyped(string Weight, string Measures, string Series);
