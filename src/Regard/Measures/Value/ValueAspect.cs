using System.Text.Json.Serialization;
namespace Regard.Measures;

/// <summary>What customers get, and what it costs them.</summary>
/// <remarks>Kotler (1994), Marketing Management, 8th ed., ch. 2.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<ValueAspect>))]
public enum ValueAspect
{
    Product, Service, Personnel, Image,
    Money, Time, Effort, Worry,
}

public static class ValueAspects
{
    public static IReadOnlyList<ValueAspect> All { get; } = Enum.GetValues<ValueAspect>();

    public static bool IsCost(this ValueAspect aspect) => aspect >= ValueAspect.Money;

    public static Words Said(this ValueAspect aspect) => Words.Of(aspect switch
    {
        ValueAspect.Product => "Product value",
        ValueAspect.Service => "Service value",
        ValueAspect.Personnel => "Value of the people met",
        ValueAspect.Image => "Value of the name",
        ValueAspect.Money => "Money spent",
        ValueAspect.Time => "Time spent",
        ValueAspect.Effort => "Effort spent",
        _ => "Worry",
    });
}
