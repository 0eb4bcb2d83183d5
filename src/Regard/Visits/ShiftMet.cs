using System.Text.Json.Serialization;
namespace Regard.Visits;

/// <summary>Part of the working day in which somebody was looked at.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ShiftMet>))]
public enum ShiftMet { Early, Late, Night }

public static class ShiftsMet
{
    public static IReadOnlyList<ShiftMet> All { get; } = Enum.GetValues<ShiftMet>();

    public static Words Said(this ShiftMet shift) => Words.Of(shift switch
    {
        ShiftMet.Early => "Early shift",
        ShiftMet.Late => "Late shift",
        _ => "Night shift",
    });
}
