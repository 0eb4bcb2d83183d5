using System.CommandLine;
using Regard.Organisation;
using Regard.Storage;
using Microsoft.Extensions.Hosting;
using Regard.Web;
namespace Regard.Cli;

static class ServeCommand
{
    public static Command Make()
    {
        var address = Address();
        var command = new Command("serve", "Serve the company on this machine") { address };
        command.SetAction(parsed => BadInput.Guard(() => Serve(parsed.GetRequiredValue(address))));
        return command;
    }

    public static Option<string> Address() => new("--address") { Description = "Where to listen", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("REGARD_ADDRESS") ?? "http://127.0.0.1:5080" };

    static async Task Serve(string address)
    {
        var database = Database.At(Settings.Database);
        await database.Migrate(TimeProvider.System);
        var office = new Office(database, TimeProvider.System);
        var operatorHere = Caller.Installation("command line");
        var opening = await office.Do(new CompanyExists(), operatorHere) ? null : await office.Do(new MakeOpeningToken(), operatorHere);
        await Run(database, address, at => opening is null ? [] : ["No company is here yet. Become its administrator, once, at", $"  {at}/found?token={opening}"]);
    }

    public static async Task Run(Database database, string address, Func<string, IReadOnlyList<string>> says)
    {
        await using var app = RegardApp.Build(new RegardSettings { Database = database, Address = address, LargestUpload = Settings.LargestUpload });
        await app.StartAsync();
        var at = app.Urls.First();
        Console.WriteLine($"Regard is at {at} (stop with Ctrl+C)");
        foreach (var line in says(at)) Console.WriteLine(line);
        await app.WaitForShutdownAsync();
    }
}
