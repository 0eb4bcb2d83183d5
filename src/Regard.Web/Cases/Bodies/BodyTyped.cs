using System.Globalization;
using Regard.Cases;
namespace Regard.Web.Cases.Bodies;

/// <summary>An external body as its form sends it.</summary>
public sealed record BodyTyped
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? Days { get; init; }
    public string? Counted { get; init; }
    public string? Note { get; init; }
    public bool IsInUse { get; init; }

    public const string Working = "working";

    public static BodyTyped Of(ExternalBody? body) => body is null
        ? new() { Days = "7", Counted = Working, IsInUse = true }
        : new() { Id = body.Id.ToString(), Name = body.Name, Days = body.Days.ToString(CultureInfo.InvariantCulture), Counted = body.InWorkingDays ? Working : "any", Note = body.Note, IsInUse = body.IsInUse };

    public SaveBody Change() => new(Id<ExternalBody>.TryParse(Id, null, out var id) ? id : null, Name ?? "", long.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : 0, Counted == Working, Note ?? "", IsInUse);
}
