using System.Text.RegularExpressions;
using System.Xml.Linq;
namespace Regard.Tests;

/// <summary>The shape of the tree, held by reading it.</summary>
public partial class ArchitectureTests
{
    static readonly string root = Root();
    static readonly string[] openToAll = ["Organisation", "Customers", "Indicators", "Files", "Storage"];

    [GeneratedRegex(@"\bselect\s+\*|\bcreate\s+trigger\b|\bgrouping\s+sets\b|\bmerge\s+into\b|\bfor\s+update\b", RegexOptions.IgnoreCase)]
    private static partial Regex Unfit();

    [Theory]
    [InlineData("Regard.Statistics")]
    [InlineData("Regard", "Regard.Statistics")]
    [InlineData("Regard.Web", "Regard")]
    [InlineData("Regard.Cli", "Regard.Web")]
    public void References_run_one_way(string project, params string[] mayKnow)
    {
        var known = XDocument.Load(Path.Combine(root, "src", project, project + ".csproj")).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
        Assert.Equal(mayKnow, known);
    }

    [Fact]
    public void The_business_knows_the_web_framework_for_hashing_passwords_only() =>
        Assert.Equal(["Password.cs"], Business().Where(f => File.ReadAllText(f).Contains("Microsoft.AspNetCore", StringComparison.Ordinal)).Select(Path.GetFileName));

    [Fact]
    public void Areas_meet_through_operations_and_never_through_another_areas_store()
    {
        var stores = Business().Where(f => f.EndsWith("Store.cs", StringComparison.Ordinal) && !openToAll.Contains(Area(f))).ToDictionary(f => Path.GetFileNameWithoutExtension(f), Area);
        Assert.NotEmpty(stores);
        var crossings = from file in Business()
                        let text = File.ReadAllText(file)
                        from store in stores
                        where Area(file) != store.Value && Regex.IsMatch(text, $@"\b{store.Key}\b")
                        select $"{Area(file)}/{Path.GetFileName(file)} uses {store.Key}";
        Assert.Empty(crossings);
    }

    [Fact]
    public void Sql_holds_on_a_distributed_database_and_names_its_columns() =>
        Assert.Empty(Business("*.cs").Concat(Business("*.sql")).SelectMany(f => Unfit().Matches(File.ReadAllText(f)).Select(m => $"{Path.GetFileName(f)}: {m.Value}")));

    [Theory]
    [InlineData("invitations"), InlineData("answer_drafts"), InlineData("responses"), InlineData("events"), InlineData("contracts"), InlineData("assets"), InlineData("consents"), InlineData("customer_notes"), InlineData("customer_promises"), InlineData("customer_preferences"), InlineData("delight_acts"), InlineData("cases"), InlineData("case_notes"), InlineData("case_files"), InlineData("case_tasks"), InlineData("gestures")]
    public void Tables_that_grow_with_customers_are_keyed_by_customer_first(string table)
    {
        var migrations = string.Join("\n", Business("*.sql").Select(File.ReadAllText));
        var text = Regex.Match(migrations, $@"create table {table} \((.*?)\n\);", RegexOptions.Singleline).Groups[1].Value;
        Assert.Contains("primary key (customer_id, id)", text);
        Assert.DoesNotMatch(@"unique \((?!customer_id)", text);
    }

    static string Area(string file) => Path.GetRelativePath(Path.Combine(root, "src", "Regard"), file).Split('/')[0];

    static IEnumerable<string> Business(string pattern = "*.cs") => Directory.EnumerateFiles(Path.Combine(root, "src", "Regard"), pattern, SearchOption.AllDirectories).Where(f => !f.Contains("/obj/") && !f.Contains("/bin/"));

    static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Regard.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
