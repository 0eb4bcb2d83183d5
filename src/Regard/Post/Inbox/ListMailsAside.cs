using System.Text.Json.Serialization;
using Regard.Organisation;
namespace Regard.Post.Inbox;

[JsonConverter(typeof(JsonStringEnumConverter<AsideReason>))]
public enum AsideReason
{
    /// <summary>From one of our own addresses: answering it would go round in a circle.</summary>
    Own,
    /// <summary>Another server tells that a mail of ours was not delivered.</summary>
    Report,
    /// <summary>An answer that a program gives by itself.</summary>
    Echo,
    /// <summary>Not put aside: nobody could take it up yet.</summary>
    Waits,
}

/// <summary>Mails that were not made cases, the newest first: of the mailboxes of the caller's units.</summary>
public sealed record ListMailsAside(int Page = 1) : Question<MailsAside>
{
    public const int PageSize = 50;
    const int LongestBody = 2000, WaitsMinutes = 10;

    internal override Permission Needs => Permission.ManageCases;

    internal override async Task<MailsAside> Run(Session s)
    {
        var tree = await UnitStore.Tree(s, s.Today);
        var care = tree.InCare(s.Caller, Permission.ManageCases);
        var whole = s.Caller.IsInstallation || tree.Roots.All(r => care.Contains(r.Id));
        var values = new Dictionary<string, object?> { ["units"] = s.Dialect.Keys(care.Select(u => u.Value)), ["before"] = s.Now.AddMinutes(-WaitsMinutes), ["size"] = PageSize, ["skip"] = (Math.Clamp(Page, 1, 10_000) - 1) * PageSize };
        var where = $"(state = 'PutAside' or (state = 'New' and received_at < @before)) and ({(whole ? "unit_id is null or " : "")}{s.Dialect.Among("unit_id", "units")})";
        var rows = await s.Many<MailIn>($"{NextMails.Select} where {where} order by received_at desc, id desc limit @size offset @skip", values);
        return new([.. rows.Select(Of)], await s.Value<long>($"select count(*) from mails_in where {where}", values));
    }

    static MailAside Of(MailIn m) => new()
    {
        Id = m.Id, ReceivedAt = m.ReceivedAt, From = m.FromName.Length > 0 ? $"{m.FromName} <{m.FromAddress}>" : m.FromAddress, Subject = m.Subject, Body = m.Body.Length > LongestBody ? m.Body[..LongestBody] + "…" : m.Body, Files = m.Attachments.Count, CaseNumber = m.CaseNumber,
        Reason = m.State == MailState.New ? AsideReason.Waits : m.IsOwn ? AsideReason.Own : m.Bounced is not null ? AsideReason.Report : AsideReason.Echo,
    };
}

public sealed record MailsAside(IReadOnlyList<MailAside> Rows, long Count);

public sealed record MailAside
{
    public required Id<MailIn> Id { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required string From { get; init; }
    public required string Subject { get; init; }
    public required string Body { get; init; }
    public required int Files { get; init; }
    /// <summary>On which it was noted.</summary>
    public long? CaseNumber { get; init; }
    public required AsideReason Reason { get; init; }
}
