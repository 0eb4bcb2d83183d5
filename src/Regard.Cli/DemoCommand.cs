using System.CommandLine;
using Regard.Demo;
using Regard.Organisation;
using Regard.Storage;
namespace Regard.Cli;

static class DemoCommand
{
    public static Command Make()
    {
        var address = ServeCommand.Address();
        var responses = new Option<int>("--responses") { Description = "Answers in all waves together", DefaultValueFactory = _ => DemoCompany.UsualResponses };
        var customers = new Option<int>("--customers") { Description = "Customers whose purchases are told", DefaultValueFactory = _ => DemoCompany.Buyers };
        var database = new Option<string?>("--database") { Description = "Where the demo company is kept; data/demo.db or REGARD_DATABASE when left out" };
        var fresh = new Option<bool>("--fresh") { Description = "Throw the demo away and make it anew (SQLite only)" };
        var build = new Option<bool>("--make-only") { Description = "Make the company and do not serve it" };
        var command = new Command("demo", "Make a fictional dealer group and serve it") { address, responses, customers, database, fresh, build };
        command.SetAction(parsed => BadInput.Guard(() => Demo(
            parsed.GetRequiredValue(address), parsed.GetValue(responses), parsed.GetValue(customers), parsed.GetValue(database) ?? Environment.GetEnvironmentVariable("REGARD_DATABASE"), parsed.GetValue(fresh), parsed.GetValue(build))));
        return command;
    }

    static async Task Demo(string address, int responses, int customers, string? setting, bool fresh, bool makeOnly)
    {
        if (responses < DemoCompany.Waves) throw new Invalid("responses", "The demo needs {0} responses at least.", DemoCompany.Waves);
        if (customers is < 0 or > 50_000) throw new Invalid("customers", "The demo has up to {0} customers.", 50_000);
        var target = setting ?? Path.Combine(Settings.DataFolder, "demo.db");
        var database = Database.At(target);
        if (database.Dialect.Engine == Engine.Sqlite)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
            if (fresh) foreach (var file in new[] { target, target + "-wal", target + "-shm", target + Unfinished }) File.Delete(file);
            // A demo that was stopped half-way is made anew.
            if (File.Exists(target + Unfinished)) foreach (var file in new[] { target, target + "-wal", target + "-shm" }) File.Delete(file);
        }
        await database.Migrate(TimeProvider.System);
        var office = new Office(database, TimeProvider.System);
        if (!await office.Do(new CompanyExists(), Caller.Installation("command line"))) await Make(database, target, responses, customers);
        if (makeOnly) return;
        await ServeCommand.Run(database, address, _ => [$"Sign in with the password: {DemoCompany.Password}", .. DemoCompany.SignIns.Select(p => $"  {p.Email,-28} {p.Who}")]);
    }

    const string Unfinished = ".unfinished";

    static async Task Make(Database database, string target, int responses, int customers)
    {
        if (database.Dialect.Engine == Engine.Sqlite) await File.WriteAllTextAsync(target + Unfinished, "");
        await new DemoCompany(database, TimeProvider.System.GetUtcNow()).Make(responses, what => Console.WriteLine($"Making {what} ..."), buyers: customers);
        if (database.Dialect.Engine == Engine.Sqlite) File.Delete(target + Unfinished);
    }
}
