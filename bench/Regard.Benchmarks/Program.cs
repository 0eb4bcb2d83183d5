using System.CommandLine;
using Regard.Benchmarks;
using Regard.Benchmarks.Cases;
using Regard.Benchmarks.Churn;
using Regard.Benchmarks.Customers;
using Regard.Benchmarks.Databases;
using Regard.Benchmarks.Drivers;
using Regard.Benchmarks.Fold;
using Regard.Benchmarks.Gaps;
using Regard.Benchmarks.Http;
using Regard.Benchmarks.Import;
using Regard.Benchmarks.Ingest;
using Regard.Benchmarks.Lifetime;
using Regard.Benchmarks.Pages;
using Regard.Benchmarks.Paths;
using Regard.Benchmarks.Start;
using Regard.Benchmarks.Work;
using Regard.Files;
using Regard.Storage;

var rounds = new Option<int>("--rounds") { Description = "Measurements of each figure; the median is told", DefaultValueFactory = _ => 3, Recursive = true };
var rows = new Option<int>("--rows") { Description = "Responses of the large store", DefaultValueFactory = _ => 1_000_000, Recursive = true };
var seconds = new Option<int>("--seconds") { Description = "Length of one round of load", DefaultValueFactory = _ => 8, Recursive = true };
var engine = new Option<Engine?>("--engine") { Description = "Sqlite or Postgres; both when left out", Recursive = true };

var all = new (string Name, string Description, Func<Options, Task<IReadOnlyList<Finding>>> Run)[]
{
    ("ingest", "Durable responses a second over HTTP", IngestBenchmark.Run),
    ("import", "Rows a second and memory of an import from CSV", ImportBenchmark.Run),
    ("customers", "Bringing in a million customers with ten million events", CustomerBenchmark.Run),
    ("cases", "Cases taken down, found and listed among a million, and the clocks of a hundred thousand that are open", CaseBenchmark.Run),
    ("fold", "Rows a second from the database into cells", FoldBenchmark.Run),
    ("page", "What the pages of numbers cost with many responses and with few", PageBenchmark.Run),
    ("gaps", "The five gaps of 200 stores after eight waves", GapBenchmark.Run),
    ("drivers", "Shares of drivers, in milliseconds", DriverBenchmark.Run),
    ("churn", "Survival curves, Cox and logistic models, in milliseconds", ChurnBenchmark.Run),
    ("lifetime", "Purchase histories, lifetime models and what they expect", LifetimeBenchmark.Run),
    ("engine", "Path models: fits, bootstraps, and the cross-products below them", PathBenchmark.Run),
    ("work", "Telling heads of late tasks, with a hundred thousand open", WorkBenchmark.Run),
    ("start", "Start to the first page, and the weight of the respondent's page", StartBenchmark.Run),
};
var root = new RootCommand("What is claimed fast in Regard, measured.") { rounds, rows, seconds, engine };
foreach (var one in all) root.Add(Verb(one.Name, one.Description, async options => Console.WriteLine(Finding.Table(await one.Run(options)))));
root.Add(Verb("all", "Everything, as bench/RESULTS.md shows it", async options =>
{
    var findings = new List<Finding>();
    foreach (var one in all) findings.AddRange(await one.Run(options));
    Console.WriteLine($"{Machine.Describe(TimeProvider.System.GetUtcNow())}\n\n    dotnet run -c Release --project bench/Regard.Benchmarks -- {string.Join(' ', args)}\n\n{Finding.Table(findings)}");
}));
foreach (var (name, description, run) in new (string, string, Func<Options, Task<IReadOnlyList<Finding>>>)[] { ("clocks", "Of cases: the clocks alone", ClockBenchmark.Run), ("capture", "Of cases: taking them down alone", CaptureBenchmark.Run), ("inbox", "Of cases: lists and searches alone", InboxBenchmark.Run) })
    root.Add(Verb(name, description, async options => Console.WriteLine(Finding.Table(await run(options)))));
root.Add(Inner("node", a => WebNode.Serve(a[0])));
root.Add(Inner("import-once", a => ImportRun.Once(a[0], a[1], a[2])));
return await root.Parse(args).InvokeAsync();

Command Verb(string name, string description, Func<Options, Task> run)
{
    var command = new Command(name, description);
    command.SetAction((parsed, _) => run(new()
    {
        Rounds = parsed.GetValue(rounds), Rows = parsed.GetValue(rows), Duration = TimeSpan.FromSeconds(parsed.GetValue(seconds)),
        Engines = parsed.GetValue(engine) is { } only ? [only] : Cluster.IsThere ? [Engine.Sqlite, Engine.Postgres] : [Engine.Sqlite],
    }));
    return command;
}

// What the benchmarks start in a process of its own.
static Command Inner(string name, Func<string[], Task> run)
{
    var arguments = new Argument<string[]>("arguments");
    var command = new Command(name) { arguments };
    command.Hidden = true;
    command.SetAction((parsed, _) => run(parsed.GetRequiredValue(arguments)));
    return command;
}
