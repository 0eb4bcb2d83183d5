namespace Regard.Care;

/// <summary>How gestures are called, in lists and on tasks.</summary>
public static class GestureWords
{
    public static Words Said(this GestureKind kind) => Words.Of(kind switch
    {
        GestureKind.Refund => "Refund", GestureKind.Redo => "Do it again, properly", GestureKind.Replace => "Replacement", GestureKind.Discount => "Discount", GestureKind.Coupon => "Voucher",
        GestureKind.Apology => "Apology", GestureKind.ExtraService => "Extra service", GestureKind.Gift => "Small gift", _ => "Note written by hand",
    });

    public static Words Said(this GestureState state) => Words.Of(state switch
    {
        GestureState.Awaiting => "Waits for consent", GestureState.Granted => "Granted", GestureState.Refused => "Not granted", GestureState.Delivered => "Delivered", _ => "Taken back",
    });

    public static Words Said(this AskReason reason) => Words.Of(reason switch
    {
        AskReason.FaultNotOurs => "The fault was found to be the customer's or somebody else's", AskReason.NoAuthority => "No authority for this role, grade and cause",
        AskReason.OverLimit => "More than may be given in one case", AskReason.OverPool => "More than is left of this month's pool", _ => "More than is left of the unit's budget this month",
    });

    public static Words Said(this MisuseSignal signal) => Words.Of(signal switch
    {
        MisuseSignal.NearLimit => "Reaches the limit more often than the others", MisuseSignal.SameCustomer => "Again and again to the same customer", _ => "Takes back more often than the others",
    });

    internal static Text ToApprove(long number) => Text.Of(Words.Of("Agree to a remedy in case {0}", number));
    internal static Text ToDeliver(Gesture g) => Text.Of(Words.Of("{0} for case {1}", g.Kind.Said(), g.CaseNumber));
}
