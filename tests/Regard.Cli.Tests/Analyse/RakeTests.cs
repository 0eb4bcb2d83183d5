namespace Regard.Cli.Tests.Analyse;

public class RakeTests
{
    readonly string folder = Directory.CreateTempSubdirectory("regard").FullName;

    string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    [Fact]
    public async Task Weights_meet_the_margins_and_leave_as_a_column()
    {
        var data = Write("rows.csv", "id,gender,age\n1,f,y\n2,f,o\n3,f,y\n4,m,o\n5,m,y\n6,,y\n");
        var margins = Write("margins.yaml", "margins:\n  gender: {f: 0.5, m: 0.5}\n  age: {y: 0.4, o: 0.6}\n");
        var target = Path.Combine(folder, "out.csv");
        var raked = await CommandLine.Json("analyse", "rake", "--data", data, "--margins", margins, "--out", target);
        Assert.Equal((6, 5, true), (raked["rows"]!.GetValue<int>(), raked["n"]!.GetValue<int>(), raked["converged"]!.GetValue<bool>()));
        Assert.All(raked["margins"]!.AsArray(), m => CommandLine.Close(m!["target"], m["after"]));
        var lines = File.ReadAllLines(target);
        Assert.Equal("id,gender,age,weight", lines[0]);
        Assert.Equal("6,,y,", lines[6]);
        Assert.Equal(5, lines[1..6].Sum(l => double.Parse(l.Split(',')[3], System.Globalization.CultureInfo.InvariantCulture)), 1e-9);
        Assert.Equal("f y", raked["cells"]![0]!["cell"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_does_not_fit_is_said_in_one_line()
    {
        var data = Write("rows.csv", "gender\nf\nm\nx\n");
        await CommandLine.Refused("“x”, which the margin does not know", "analyse", "rake", "--data", data, "--margins", Write("a.yaml", "margins: {gender: {f: 0.5, m: 0.5}}"));
        await CommandLine.Refused("no column age", "analyse", "rake", "--data", data, "--margins", Write("b.yaml", "margins: {age: {f: 0.5, m: 0.5}}"));
        await CommandLine.Refused("holds no margins", "analyse", "rake", "--data", data, "--margins", Write("c.yaml", "{}"));
        await CommandLine.Refused("line 1", "analyse", "rake", "--data", data, "--margins", Write("d.yaml", "margins: [1, 2"));
        await CommandLine.Refused("sum to 0.9", "analyse", "rake", "--data", data, "--margins", Write("e.yaml", "margins: {gender: {f: 0.4, m: 0.5}}"));
    }
}
