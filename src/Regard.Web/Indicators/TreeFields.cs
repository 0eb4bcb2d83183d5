using System.Globalization;
using Regard.Indicators;
namespace Regard.Web.Indicators;

/// <summary>Reads a whole tree from the editor's fields, weights in per cent, and does what its buttons ask for.</summary>
static class TreeFields
{
    public static List<Indicator> Read(IFormCollection posted)
    {
        var nodes = new List<Indicator>();
        for (var i = 0; posted.ContainsKey($"indicators[{i}].code"); i++)
        {
            var at = $"indicators[{i}]";
            var names = new Text();
            foreach (var tag in Languages.All.Select(l => l.Tag())) if (posted[$"{at}.names.{tag}"].ToString().Trim() is { Length: > 0 } said) names[tag] = said;
            nodes.Add(new()
            {
                Code = posted[$"{at}.code"].ToString().Trim(), ParentCode = posted[$"{at}.parentCode"].ToString() is { Length: > 0 } parent ? parent : null, Position = i,
                Weight = double.TryParse(posted[$"{at}.weight"], NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) ? percent / 100 : double.NaN,
                Direction = posted[$"{at}.direction"] == nameof(Direction.LowerIsBetter) ? Direction.LowerIsBetter : Direction.HigherIsBetter, Names = names,
            });
        }
        return Renamed(nodes, posted);
    }

    /// <summary>What stands under a code follows it to its new one.</summary>
    static List<Indicator> Renamed(List<Indicator> nodes, IFormCollection posted)
    {
        var now = nodes.Select((n, i) => (Was: posted[$"indicators[{i}].was"].ToString(), n.Code)).Where(c => c.Was.Length > 0 && c.Was != c.Code).ToLookup(c => c.Was, c => c.Code);
        return [.. nodes.Select(n => n.ParentCode is { } p && now.Contains(p) && nodes.All(o => o.Code != p) ? n with { ParentCode = now[p].First() } : n)];
    }

    public static List<Indicator> Do(List<Indicator> nodes, string asked)
    {
        var parts = asked.Split(':', 2);
        var at = parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n < nodes.Count ? n : -1;
        if (at < 0) return nodes;
        var node = nodes[at];
        var siblings = nodes.Where(o => o.ParentCode == node.ParentCode).ToList();
        return parts[0] switch
        {
            "add" => [.. nodes, new() { Code = Free(nodes), ParentCode = node.Code, Position = nodes.Count, Weight = 0, Direction = Direction.HigherIsBetter, Names = [] }],
            "equal" => [.. nodes.Select(o => o.ParentCode == node.Code ? o with { Weight = 1.0 / nodes.Count(c => c.ParentCode == node.Code) } : o)],
            "remove" => [.. nodes.Where(o => !Under(nodes, node.Code).Contains(o.Code))],
            "up" => Swapped(nodes, node, siblings.ElementAtOrDefault(siblings.IndexOf(node) - 1)),
            "down" => Swapped(nodes, node, siblings.ElementAtOrDefault(siblings.IndexOf(node) + 1)),
            _ => nodes,
        };
    }

    /// <summary>A weight as the editor shows it: per cent, as exact as the sum is checked.</summary>
    public static string Percent(double weight) => double.IsFinite(weight) ? Math.Round(100 * weight, 6).ToString(CultureInfo.InvariantCulture) : "";

    static HashSet<string> Under(List<Indicator> nodes, string code)
    {
        var under = new HashSet<string> { code };
        while (nodes.Any(n => n.ParentCode is { } p && under.Contains(p) && under.Add(n.Code))) { }
        return under;
    }

    static List<Indicator> Swapped(List<Indicator> nodes, Indicator one, Indicator? other) =>
        other is null ? nodes : [.. nodes.Select(n => n == one ? n with { Position = other.Position } : n == other ? n with { Position = one.Position } : n)];

    static string Free(List<Indicator> nodes)
    {
        for (var n = 1; ; n++) if (nodes.All(o => !o.Code.Equals($"I{n}", StringComparison.OrdinalIgnoreCase))) return $"I{n}";
    }
}
