using System.Globalization;
using Regard.Organisation;
using Regard.Post;
using Regard.Post.Channels;
namespace Regard.Web.Post;

/// <summary>What was typed about a channel. Secrets are not shown again.</summary>
public sealed record ChannelTyped
{
    public ChannelKind Kind { get; init; }
    public string? Name { get; init; }
    public string? Host { get; init; }
    public string? Port { get; init; }
    public WireSecurity Security { get; init; }
    public string? Certificate { get; init; }
    public string? User { get; init; }
    public string? Password { get; init; }
    public string? Address { get; init; }
    public string? SenderName { get; init; }
    public string? Folder { get; init; }
    public string? UnitId { get; init; }
    public string? Url { get; init; }
    public string? Token { get; init; }
    public string? Key { get; init; }
    public bool AllowsPrivate { get; init; }
    public string? ExpectedGapHours { get; init; }

    public static ChannelTyped For(ChannelKind kind) => new() { Kind = kind, Port = kind == ChannelKind.Imap ? "993" : "465", Folder = "INBOX", Url = Robots.UsualUrl(kind) };

    public static ChannelTyped Of(ChannelRow row) => new()
    {
        Kind = row.Kind, Name = row.Name, Host = row.Setup.Host, Port = row.Setup.Port.ToString(CultureInfo.InvariantCulture), Security = row.Setup.Security, Certificate = row.Setup.Certificate, User = row.Setup.User, Address = row.Setup.Address,
        SenderName = row.Setup.SenderName, Folder = row.Setup.Folder, UnitId = row.Setup.UnitId?.ToString(), Url = row.Setup.Url, AllowsPrivate = row.Setup.AllowsPrivate, ExpectedGapHours = row.Setup.ExpectedGapHours?.ToString(CultureInfo.InvariantCulture),
    };

    public SaveChannel ToChange(Id<Channel>? id) => new(id, Kind, Name ?? "", new()
    {
        Host = Host?.Trim() ?? "", Port = int.TryParse(Port, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : 0, Security = Security, Certificate = Certificate?.Replace(":", "").Trim(), User = User?.Trim() ?? "",
        Address = Address?.Trim() ?? "", SenderName = SenderName?.Trim() ?? "", Folder = Folder?.Trim() ?? "INBOX", UnitId = Id<Unit>.TryParse(UnitId, null, out var unit) ? unit : null, Url = Url?.Trim() ?? "", AllowsPrivate = AllowsPrivate,
        ExpectedGapHours = string.IsNullOrWhiteSpace(ExpectedGapHours) ? null : int.TryParse(ExpectedGapHours, NumberStyles.None, CultureInfo.InvariantCulture, out var gap) ? gap : 0,
    })
    { Password = Password ?? "", Token = Token ?? "", Key = Key ?? "" };
}
