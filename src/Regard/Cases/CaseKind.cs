using System.Text.Json.Serialization;
namespace Regard.Cases;

/// <summary>What somebody came with.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CaseKind>))]
public enum CaseKind { Complaint, Suggestion, Praise, Need, CompetitorInfo, Question, Order, Repair }

/// <summary>How it reached us.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CaseChannel>))]
public enum CaseChannel
{
    InPerson, Phone, Mail,
    /// <summary>The public complaint page.</summary>
    Web,
    Letter, Survey,
    /// <summary>SMS or chat.</summary>
    Message,
    /// <summary>A consumer association or an authority, such as 12315.</summary>
    ExternalBody,
    Media, Api,
    /// <summary>Found by people of our own who looked.</summary>
    Check,
}

[JsonConverter(typeof(JsonStringEnumConverter<CaseState>))]
public enum CaseState
{
    Open,
    /// <summary>For the customer's answer; the clocks stand still.</summary>
    Waiting,
    Closed,
    /// <summary>Goes on in another case.</summary>
    Merged,
}

[JsonConverter(typeof(JsonStringEnumConverter<Severity>))]
public enum Severity { Minor, Serious, Severe, Major }

/// <summary>What the customer wants: to be made whole, the thing done right, to be taken seriously, or money and respect both.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Wish>))]
public enum Wish { Compensation, Redo, Respect, Both }

/// <summary>Whose fault it is, as far as it is known.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Fault>))]
public enum Fault { Unclear, Ours, Customers, ThirdPartys }

/// <summary>The five causes of a failed service.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Cause>))]
public enum Cause
{
    PromiseNotKept,
    /// <summary>Too slow or too late.</summary>
    TooSlow,
    /// <summary>Wrong or incomplete.</summary>
    Incorrect,
    Rude,
    /// <summary>Harm to other interests of the customer.</summary>
    Harm,
}
