using Regard.Organisation;
using Regard.Work;
namespace Regard.Web.Work;

/// <summary>What the address of the list asks for; what cannot be read is left out.</summary>
public sealed record WorkFilter(string? View = null, string? Kind = null, string? Unit = null, string? Overdue = null, string? Page = null)
{
    public WorkView Shown => Enum.TryParse<WorkView>(View, out var v) && Enum.IsDefined(v) ? v : WorkView.NeedsMe;
    public WorkKind? Of => Enum.TryParse<WorkKind>(Kind, out var k) && Enum.IsDefined(k) ? k : null;
    public Id<Unit>? In => Id<Unit>.TryParse(Unit, null, out var id) ? id : null;
    public bool OverdueOnly => Overdue == "on";
    public bool IsSet => Of is not null || In is not null || OverdueOnly;

    public ListWork Asked => new(Shown, Of, In, OverdueOnly, int.TryParse(Page, out var p) ? p : 1);

    public string Link(WorkView? view = null, int page = 1)
    {
        var parts = new List<string>();
        if ((view ?? Shown) is not WorkView.NeedsMe and var v) parts.Add($"view={v}");
        if (Of is { } kind) parts.Add($"kind={kind}");
        if (In is { } unit) parts.Add($"unit={unit}");
        if (OverdueOnly) parts.Add("overdue=on");
        if (page > 1) parts.Add($"page={page}");
        return parts.Count == 0 ? "/work" : "/work?" + string.Join("&", parts);
    }

    /// <summary>Back to the list as it was; never to another site.</summary>
    public static string Back(string? sent) => sent is not null && (sent == "/work" || sent.StartsWith("/work?", StringComparison.Ordinal)) ? sent : "/work";
}
