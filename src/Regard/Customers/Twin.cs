using System.Text.Json.Serialization;
namespace Regard.Customers;

/// <summary>What speaks for two customers being one, or against it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TwinReason>))]
public enum TwinReason
{
    Phone, Email, Plate, Serial, Name,
    /// <summary>The same name at the same unit, and hardly anybody else in the company is called so.</summary>
    RareNameAtUnit,
    /// <summary>Both have a name, and not the same.</summary>
    NamesDiffer,
}

/// <summary>Two customers that look like one.</summary>
public sealed record Twin
{
    /// <summary>A pair that reaches less is not worth a look.</summary>
    public const double Least = 0.4;

    public required Id<Customer> CustomerId { get; init; }
    public required Id<Customer> OtherId { get; init; }
    /// <summary>0 to 1, the higher the more alike; a rule to sort by, not a probability.</summary>
    public required double Score { get; init; }
    public required IReadOnlyList<TwinReason> Reasons { get; init; }

    /// <summary>What speaks for it adds up like chances that are independent; different names take two fifths away.</summary>
    public static double ScoreOf(IReadOnlyCollection<TwinReason> reasons) =>
        (1 - reasons.Aggregate(1.0, (left, reason) => left * (1 - Weight(reason)))) * (reasons.Contains(TwinReason.NamesDiffer) ? 0.6 : 1);

    static double Weight(TwinReason reason) => reason switch
    {
        TwinReason.Phone or TwinReason.Email => 0.7,
        TwinReason.Serial => 0.8,
        TwinReason.Plate or TwinReason.Name => 0.6,
        TwinReason.RareNameAtUnit => 0.45,
        _ => 0,
    };

    /// <summary>One order for the two of a pair: the smaller key first.</summary>
    internal static (Id<Customer> First, Id<Customer> Second) InOrder(Id<Customer> a, Id<Customer> b) =>
        string.CompareOrdinal(a.ToString(), b.ToString()) <= 0 ? (a, b) : (b, a);
}
