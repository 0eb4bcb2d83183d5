using Regard.Organisation;
using Regard.Visits;
using Regard.Web.Ui;
namespace Regard.Web.Visits;

/// <summary>What the address of the list asks for; what cannot be read is left out.</summary>
public sealed record VisitQuery(string? Unit = null, string? Kind = null, string? From = null, string? Until = null, string? Page = null)
{
    public VisitKind? Of => Enum.TryParse<VisitKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null;
    public Id<Unit>? In => Read(Unit);
    public bool IsSet => Of is not null || In is not null || Forms.Day(From) is not null || Forms.Day(Until) is not null;

    public ListVisits Asked => new(In, Of, Forms.Day(From), Forms.Day(Until), int.TryParse(Page, out var page) ? page : 1);

    public string Link(int page) => "/visits?" + string.Join('&', new[] { In is { } unit ? $"unit={unit}" : null, Of is { } kind ? $"kind={kind}" : null, Forms.Day(From) is { } from ? $"from={from.Iso()}" : null, Forms.Day(Until) is { } until ? $"until={until.Iso()}" : null, $"page={page}" }.OfType<string>());

    internal static Id<Unit>? Read(string? sent) => Id<Unit>.TryParse(sent, null, out var id) ? id : null;
}
