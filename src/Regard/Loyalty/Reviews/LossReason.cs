using System.Text.Json.Serialization;
namespace Regard.Loyalty;

/// <summary>Why a customer left, as far as somebody found out. Fixed, so that losses can be counted by it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LossReason>))]
public enum LossReason { Attitude, Training, Price, Place, Product, Waiting, MovedAway, Competitor, NoNeed, Other }

public static class LossReasons
{
    public static IReadOnlyList<LossReason> All { get; } = Enum.GetValues<LossReason>();

    public static Words Said(this LossReason reason) => Words.Of(reason switch
    {
        LossReason.Attitude => "Attitude of staff",
        LossReason.Training => "Staff trained too little",
        LossReason.Price => "Price too high",
        LossReason.Place => "Place too far",
        LossReason.Product => "Product or workmanship",
        LossReason.Waiting => "Waiting too long",
        LossReason.MovedAway => "Moved away",
        LossReason.Competitor => "A competitor's offer",
        LossReason.NoNeed => "No more need",
        _ => "Something else",
    });
}
