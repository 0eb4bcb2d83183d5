using Regard.Cases;
namespace Regard.Web.Cases;

/// <summary>What the kinds of the area are called.</summary>
static class CaseSaid
{
    public static Words Said(this CaseKind kind) => Words.Of(kind switch
    {
        CaseKind.Complaint => "Complaint",
        CaseKind.Suggestion => "Suggestion",
        CaseKind.Praise => "Praise",
        CaseKind.Need => "Unmet need",
        CaseKind.CompetitorInfo => "About a competitor",
        CaseKind.Question => "Enquiry",
        CaseKind.Order => "Order placed",
        _ => "Repair wanted",
    });

    public static Words Said(this CaseChannel channel) => Words.Of(channel switch
    {
        CaseChannel.InPerson => "In person",
        CaseChannel.Phone => "By telephone",
        CaseChannel.Mail => "By e-mail",
        CaseChannel.Web => "Complaint page",
        CaseChannel.Letter => "Letter",
        CaseChannel.Survey => "Survey answer",
        CaseChannel.Message => "Text or chat message",
        CaseChannel.ExternalBody => "External body",
        CaseChannel.Media => "Press or social media",
        CaseChannel.Check => "Check of our own",
        _ => "Another program",
    });

    public static Words Said(this CaseState state) => Words.Of(state switch
    {
        CaseState.Open => "In hand",
        CaseState.Waiting => "Waiting for the customer",
        CaseState.Closed => "Case closed",
        _ => "Goes on in another case",
    });

    public static string Colour(this CaseState state) => state switch
    {
        CaseState.Open => "bg-azure-lt",
        CaseState.Waiting => "bg-yellow-lt",
        CaseState.Closed => "bg-green-lt",
        _ => "bg-secondary-lt",
    };

    public static Words Said(this Severity severity) => Words.Of(severity switch
    {
        Severity.Minor => "Minor",
        Severity.Serious => "Serious",
        Severity.Severe => "Severe",
        _ => "Major incident",
    });

    public static Words Anger(int level) => Words.Of(level switch
    {
        0 => "Calm",
        1 => "Annoyed",
        2 => "Angry",
        _ => "Furious",
    });

    public static Words Said(this Wish wish) => Words.Of(wish switch
    {
        Wish.Compensation => "To be made whole",
        Wish.Redo => "It done right",
        Wish.Respect => "To be taken seriously",
        _ => "Compensation and respect",
    });

    public static Words Said(this Fault fault) => Words.Of(fault switch
    {
        Fault.Unclear => "Not clear yet",
        Fault.Ours => "Our fault",
        Fault.Customers => "The customer's fault",
        _ => "A third party's fault",
    });

    public static Words Said(this Cause cause) => Words.Of(cause switch
    {
        Cause.PromiseNotKept => "A promise was not kept",
        Cause.TooSlow => "Too slow or too late",
        Cause.Incorrect => "Wrong or incomplete",
        Cause.Rude => "Rude or without respect",
        _ => "Harm done to the customer",
    });

    public static Words Said(this MarketingMix mix) => Words.Of(mix switch
    {
        MarketingMix.Product => "Product",
        MarketingMix.Price => "Price",
        MarketingMix.Promotion => "Promotion",
        MarketingMix.Place => "Place",
        MarketingMix.People => "People",
        MarketingMix.PhysicalEvidence => "Physical evidence",
        _ => "Processes",
    });

    public static Words Said(this ClockKind kind) => Words.Of(kind switch
    {
        ClockKind.Acknowledge => "Acknowledge",
        ClockKind.FirstAction => "First action",
        ClockKind.Resolve => "Resolve",
        ClockKind.Superior => "Answer by a superior",
        _ => "Day set by law or body",
    });

    public static Words Said(this CrisisTo to) => Words.Of(to switch
    {
        CrisisTo.Unit => "The unit's contact person",
        CrisisTo.Top => "The head of the company",
        _ => "Whoever speaks for us",
    });

    public static Words Said(this RecoveryStep step) => Words.Of(step switch
    {
        RecoveryStep.Apologise => "Apologise",
        RecoveryStep.Solve => "Solve it",
        RecoveryStep.Communicate => "Stay in touch",
        RecoveryStep.Delight => "Do more than expected",
        RecoveryStep.Improve => "Mend the cause",
        RecoveryStep.Report => "Report what was done",
        _ => "Ask again later",
    });

    public static Words Hint(this RecoveryStep step) => Words.Of(step switch
    {
        RecoveryStep.Apologise => "At once, before anything is looked into: “I am sorry that this happened to you.”",
        RecoveryStep.Solve => "Put it right now. Small and the fault unclear: refund or redo without asking.",
        RecoveryStep.Communicate => "Call, write or send a note, so that the customer never has to ask.",
        RecoveryStep.Delight => "A return, a discount, special help, an extra service: quickly.",
        RecoveryStep.Improve => "What we change so that it does not happen again.",
        RecoveryStep.Report => "Tell the customer and the colleagues what was changed.",
        _ => "Some days later: is it still good?",
    });

    public static Words Said(this CaseNoteKind kind) => Words.Of(kind switch
    {
        CaseNoteKind.Internal => "Note among ourselves",
        CaseNoteKind.Received => "From the customer",
        CaseNoteKind.Sent => "To the customer",
        _ => "Telephone call",
    });

    public static Words Said(this OwnedHow how) => Words.Of(how switch
    {
        OwnedHow.Heard => "heard it",
        OwnedHow.TakenOver => "accepted it",
        _ => "was given it",
    });

    public static Words Said(this OfferAnswer answer) => Words.Of(answer switch
    {
        OfferAnswer.Accepted => "accepted",
        OfferAnswer.Declined => "declined",
        _ => "withdrawn",
    });

    public static Words Said(this CloseReason reason) => Words.Of(reason switch
    {
        CloseReason.AcceptedByCustomer => "The customer accepts the solution",
        CloseReason.NotAccepted => "We could not do it, and said why",
        CloseReason.NoAnswer => "The customer did not answer",
        CloseReason.TakenBack => "The customer took it back",
        _ => "Spam",
    });

    public static Words Said(this LikeReason reason) => Words.Of(reason switch
    {
        LikeReason.SameCustomer => "same customer",
        LikeReason.SamePhone => "same phone number",
        LikeReason.SameAddress => "same e-mail address",
        _ => "similar words",
    });

    public static Words Said(this CaseSort sort) => Words.Of(sort switch
    {
        CaseSort.Due => "Due first",
        CaseSort.Newest => "Newest first",
        _ => "Oldest first",
    });
}
