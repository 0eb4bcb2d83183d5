namespace Regard.Web.SignIn;

/// <summary>What a browser says about itself, short enough to be recognised in a list.</summary>
static class Device
{
    static readonly (string Mark, string Name)[] browsers = [("MicroMessenger/", "WeChat"), ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];
    static readonly (string Mark, string Name)[] systems = [("HarmonyOS", "HarmonyOS"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("Linux", "Linux")];

    public static string Said(string agent)
    {
        var parts = new[] { Find(browsers, agent), Find(systems, agent) }.OfType<string>().ToList();
        return parts.Count > 0 ? string.Join(" · ", parts) : agent.Length > 60 ? agent[..60] : agent;
    }

    static string? Find((string Mark, string Name)[] known, string agent) => known.FirstOrDefault(k => agent.Contains(k.Mark, StringComparison.Ordinal)).Name;
}
