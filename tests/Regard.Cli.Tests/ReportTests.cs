namespace Regard.Cli.Tests;

public class ReportTests
{
    [Fact]
    public async Task A_report_is_one_page_in_three_languages_that_needs_nothing_else()
    {
        var page = Path.Combine(Directory.CreateTempSubdirectory("regard").FullName, "report.html");
        var ran = await CommandLine.Run("report", ReferenceFiles.Find("data", "mobi.csv"), "--model", "ECSI", "--out", page, "--target", "Satisfaction", "--bootstrap", "200");
        Assert.Equal((0, ""), (ran.ExitCode, ran.Errors));
        var html = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        foreach (var text in (string[])["What to do first", "先做什么", "先做什麼", "72.5", "+0.51", "<svg"]) Assert.Contains(text, html);
        foreach (var outside in (string[])["<script", "<link", "src=", "url(", "@import"]) Assert.DoesNotContain(outside, html.Replace("url(#arrow)", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_target_that_is_not_in_the_model_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("regard").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "m.yaml"), "name: Two\nscale: [1, 5]\nconstructs:\n  A: {items: [a]}\n  B: {items: [b]}\npaths: {B: [A]}\n", TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(Path.Combine(folder, "d.csv"), ["a,b", .. Enumerable.Range(0, 40).Select(i => $"{1 + i % 5},{1 + (i + i / 7) % 5}")], TestContext.Current.CancellationToken);
        await CommandLine.Refused("C", "report", Path.Combine(folder, "d.csv"), "--model", Path.Combine(folder, "m.yaml"), "--out", Path.Combine(folder, "r.html"), "--target", "C");
        await CommandLine.Refused("no file", "report", Path.Combine(folder, "none.csv"), "--model", Path.Combine(folder, "m.yaml"), "--out", Path.Combine(folder, "r.html"));
        Assert.False(File.Exists(Path.Combine(folder, "r.html")));
    }
}
