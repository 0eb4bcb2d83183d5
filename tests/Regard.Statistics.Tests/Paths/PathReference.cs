using System.Text.Json.Nodes;

namespace Regard.Statistics.Tests.Paths;

/// <summary>A reference file of a path model: what was fitted to what.</summary>
sealed class PathReference
{
    readonly JsonNode file;

    public PathReference(string name)
    {
        file = JsonNode.Parse(File.ReadAllText(Testing.ReferenceFiles.Find("reference", name)))!;
        var model = file["model"]!;
        Model = PathModel.Of(
            name,
            [.. model["constructs"]!.AsObject().Select(c => new PathConstruct(c.Key, [.. c.Value!.AsArray().Select(i => i!.GetValue<string>())]))],
            [.. model["paths"]!.AsArray().Select(p => new PathLink(p![0]!.GetValue<string>(), p[1]!.GetValue<string>()))],
            new Scale(1, 10));
        var table = Reference.Data(file["data"]!["file"]!.GetValue<string>());
        Answers = Observations.Of(Model.Items, [.. Model.Items.Select(table.Numbers)]);
        Table = table;
    }

    public PathModel Model { get; }
    public Observations Answers { get; }
    public Table Table { get; }
    public JsonNode Results => file["results"]!;

    public static Observations Mobi(PathModel model)
    {
        var table = Reference.Data("mobi.csv");
        return Observations.Of(model.Items, [.. model.Items.Select(table.Numbers)]);
    }
}
