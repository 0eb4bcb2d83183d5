using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Regard.Web.Ui;
namespace Regard.Web.Report;

/// <summary>One page that needs nothing else: charts and styles inside, in three languages, without script.</summary>
public static class ReportDocument
{
    public static async Task<string> Write(ModelReport report)
    {
        Catalogue.Teach(typeof(ReportDocument).Assembly);
        var parts = new List<(Language Language, string Html)>();
        foreach (var language in Enum.GetValues<Language>()) parts.Add((language, await Part(report, language)));
        var page = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\"><title>")
            .Append(HtmlEncoder.Default.Encode(report.Name)).Append("</title><style>").Append(await Style()).Append("</style></head><body>\n");
        foreach (var (i, (language, _)) in parts.Index())
            page.Append($"<input type=\"radio\" name=\"language\" id=\"to-{language.Tag()}\"{(i == 0 ? " checked" : "")}><label for=\"to-{language.Tag()}\" lang=\"{language.Tag()}\">{language.OwnName()}</label>\n");
        foreach (var (language, html) in parts) page.Append($"<main class=\"{language.Tag()}\" lang=\"{language.Tag()}\">{html}</main>\n");
        return page.Append("</body></html>\n").ToString();
    }

    static async Task<string> Part(ModelReport report, Language language)
    {
        var caller = Caller.Anyone(language);
        await using var services = new ServiceCollection().AddSingleton(caller).AddSingleton(new Tongue(caller)).AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).AddLogging().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<ReportPage>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Report"] = report }))).ToHtmlString());
    }

    static async Task<string> Style()
    {
        await using var stream = typeof(ReportDocument).Assembly.GetManifestResourceStream("Regard.Web.Report.report.css")!;
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
