using System.Text.Json.Serialization;
namespace Regard.Work;

[JsonConverter(typeof(JsonStringEnumConverter<WorkKind>))]
public enum WorkKind
{
    /// <summary>An improvement plan: done when the plan is finished or dropped.</summary>
    Plan,
    /// <summary>Something a manager asked for in a few words.</summary>
    Request,
    /// <summary>A good customer lost: done when somebody has written why, or the customer has come back.</summary>
    LostCustomer,
    /// <summary>Churn beyond its limits.</summary>
    ChurnAlarm,
    /// <summary>A customer's case: done when it is closed.</summary>
    Case,
    /// <summary>A case in the press: whoever speaks for us answers; done when the case is closed.</summary>
    MediaCase,
    /// <summary>A case that a colleague hands over: done when it is accepted or declined.</summary>
    CaseOffer,
    /// <summary>What another department does for a case.</summary>
    CaseTask,
    /// <summary>To ask some time after a case whether all is well still.</summary>
    CaseFollowUp,
    /// <summary>To call a customer after an event.</summary>
    CallBack,
    /// <summary>Something that only a head may grant.</summary>
    Approval,
    /// <summary>A note or a gift for a customer, with proof.</summary>
    GestureTask,
    /// <summary>What a unit does every day or week.</summary>
    Routine,
    /// <summary>What was agreed in a talk that the field log keeps.</summary>
    FieldAction,
    /// <summary>A way in or out that does not work, or from which nothing comes: done when it is back.</summary>
    ChannelAlarm,
    /// <summary>A unit where nothing was handled for a week: over when something is.</summary>
    IdleUnit,
    /// <summary>A visit that somebody is to make: done when it is sent in as often as planned.</summary>
    PlannedVisit,
    /// <summary>What a visit found, to be read by whoever was met and whoever leads the unit.</summary>
    VisitResult,
    /// <summary>What was not done at a visit, to be looked at again the same day: done when all of it is found in order.</summary>
    ReCheck,
    /// <summary>Something broken that customers meet: done when it is mended.</summary>
    Defect,
    /// <summary>What one customer was promised: done when it is said what came of it.</summary>
    CustomerPromise,
}

public static class WorkKinds
{
    public static IReadOnlyList<WorkKind> All { get; } = Enum.GetValues<WorkKind>();

    /// <summary>A customer waits for it.</summary>
    internal static bool IsCustomersMatter(this WorkKind kind) => kind is WorkKind.Case or WorkKind.MediaCase or WorkKind.CaseOffer or WorkKind.CaseTask or WorkKind.CaseFollowUp or WorkKind.CallBack or WorkKind.Approval or WorkKind.CustomerPromise;

    /// <summary>Done by what it is about, not by ticking it off.</summary>
    public static bool IsDoneByItsSubject(this WorkKind kind) => kind is not (WorkKind.Request or WorkKind.ChurnAlarm or WorkKind.Routine or WorkKind.FieldAction or WorkKind.VisitResult);

    /// <summary>Its owner is whoever has it on the list; what has an owner of its own elsewhere changes hands there.</summary>
    public static bool IsHandedOverHere(this WorkKind kind) => kind is WorkKind.Plan or WorkKind.Request or WorkKind.LostCustomer or WorkKind.ChurnAlarm or WorkKind.Routine or WorkKind.FieldAction or WorkKind.ChannelAlarm or WorkKind.IdleUnit or WorkKind.ReCheck or WorkKind.Defect or WorkKind.CustomerPromise;

    public static Words Said(this WorkKind kind) => Words.Of(kind switch
    {
        WorkKind.Plan => "Plan",
        WorkKind.Request => "Request",
        WorkKind.LostCustomer => "Lost customer",
        WorkKind.ChurnAlarm => "Churn alarm",
        WorkKind.Case => "Case",
        WorkKind.MediaCase => "Case in the press",
        WorkKind.CaseOffer => "Hand-over",
        WorkKind.CaseTask => "Task for a case",
        WorkKind.CaseFollowUp => "Follow-up",
        WorkKind.CallBack => "Call-back",
        WorkKind.Approval => "Approval",
        WorkKind.GestureTask => "Gesture",
        WorkKind.ChannelAlarm => "Silent channel",
        WorkKind.IdleUnit => "Loop that stands still",
        WorkKind.PlannedVisit => "Visit to make",
        WorkKind.VisitResult => "Result of a visit",
        WorkKind.ReCheck => "Re-check",
        WorkKind.Defect => "Fault",
        WorkKind.CustomerPromise => "Promise to a customer",
        WorkKind.FieldAction => "Action after a talk",
        _ => "Routine",
    });
}
