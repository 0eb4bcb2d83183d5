using Regard.Statistics;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>The index model that a form admits: its dimensions act on satisfaction, and satisfaction on loyalty.</summary>
/// <remarks>The quality-satisfaction-loyalty core of ACSI and ECSI (Fornell et al. 1996, Journal of Marketing 60, 7-18).</remarks>
static class ServiceModel
{
    public const string Satisfaction = "SATISFACTION", Loyalty = "LOYALTY";

    /// <summary>Null when the form does not ask enough: overall satisfaction and two dimensions.</summary>
    public static PathModel? Of(WaveMeasures m)
    {
        if (m.Root is not { } root) return null;
        var satisfaction = Keys(m, Part.Overall);
        var dimensions = m.Below(root).Where(n => m.All.Contains(m.Of(n))).Select(n => new PathConstruct(n.Code, [.. m.Parts(m.Of(n)).Keys])).Where(c => c.Items.Count > 0).ToList();
        if (satisfaction.Count == 0 || dimensions.Count < 2) return null;
        var loyalty = Keys(m, Part.Recommendation);
        List<PathConstruct> constructs = [.. dimensions, new(Satisfaction, satisfaction)];
        List<PathLink> paths = [.. dimensions.Select(d => new PathLink(d.Name, Satisfaction))];
        if (loyalty.Count > 0)
        {
            constructs.Add(new(Loyalty, loyalty));
            paths.Add(new(Satisfaction, Loyalty));
        }
        return PathModel.Of("Service", constructs, paths);
    }

    static List<string> Keys(WaveMeasures m, Part part) => [.. m.Asked.Where(a => a.Slot.Part == part).Select(a => a.Slot.Key)];
}
