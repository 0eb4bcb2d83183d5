using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>Satisfaction crossed with behaviour; never the one taken for the other.</summary>
public static class LoyaltyTypes
{
    /// <summary>Null for whoever was not asked or has not bought.</summary>
    public static LoyaltyType? Of(CustomerState state, bool? satisfied) => (satisfied, stays: state is CustomerState.New or CustomerState.Active, state) switch
    {
        (null, _, _) or (_, _, CustomerState.Prospect) => null,
        (true, true, _) => LoyaltyType.Loyalist,
        (true, false, _) => LoyaltyType.Mercenary,
        (false, true, _) => LoyaltyType.Hostage,
        (false, false, _) => LoyaltyType.Defector,
    };

    public static Words Said(this LoyaltyType type) => Words.Of(type switch
    {
        LoyaltyType.Loyalist => "Loyalist",
        LoyaltyType.Hostage => "Hostage",
        LoyaltyType.Mercenary => "Mercenary",
        _ => "Defector",
    });

    public static Words Meaning(this LoyaltyType type) => Words.Of(type switch
    {
        LoyaltyType.Loyalist => "Satisfied, and keeps buying.",
        LoyaltyType.Hostage => "Dissatisfied, and keeps buying: stays for lack of a choice.",
        LoyaltyType.Mercenary => "Satisfied, and buys less or elsewhere.",
        _ => "Dissatisfied, and buys less or has gone.",
    });

    public static Words Said(this CustomerState state) => Words.Of(state switch
    {
        CustomerState.Prospect => "Prospect",
        CustomerState.New => "New",
        CustomerState.Active => "Active",
        CustomerState.Overdue => "Overdue",
        _ => "Lost",
    });
}
