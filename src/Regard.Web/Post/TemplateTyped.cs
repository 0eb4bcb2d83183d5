using Regard.Post.Templates;
namespace Regard.Web.Post;

/// <summary>What was typed into a template.</summary>
public sealed record TemplateTyped
{
    public long After { get; init; }
    public string? Title { get; init; }
    public string? Body { get; init; }
    /// <summary>The button that shows it filled, before it is saved.</summary>
    public string? Preview { get; init; }

    public static TemplateTyped Of(Template template) => new() { After = template.Version, Title = template.Subject, Body = template.Body };

    /// <summary>What places are filled with to show how it will look.</summary>
    public static Dictionary<string, string> Examples(Language language) => new()
    {
        ["name"] = Words.Of("Li Na").In(language), ["number"] = "1024", ["code"] = "ABCD-EFGH-JKLM-NPQR", ["link"] = "https://regard.example/c", ["company"] = Words.Of("Example Company").In(language),
        ["text"] = Words.Of("This stands for the text that is written for the case.").In(language), ["owner"] = Words.Of("Wang Wei").In(language), ["due"] = "2031-05-01 18:00",
    };
}
