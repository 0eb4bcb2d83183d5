using System.CommandLine;
using Regard.Organisation;
using Regard.Storage;
using Regard.Web;
namespace Regard.Cli;

static class ServeCommand
{
    public static Command Make()
    {
        var address = new Option<string>("--address") { Description = "Where to listen", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("REGARD_ADDRESS") ?? "http://127.0.0.1:5080" };
        var command = new Command("serve", "Serve the company on this machine") { address };
        command.SetAction(async parsed => await Serve(parsed.GetRequiredValue(address)));
        return command;
    }

    static async Task<int> Serve(string address)
    {
        var database = Database.At(Settings.Database);
        await database.Migrate(TimeProvider.System);
        await using var app = RegardApp.Build(new RegardSettings { Database = database, Address = address });
        Console.WriteLine($"Regard is at {address}");
        await ShowWayIn(new Office(database, TimeProvider.System), address);
        await app.RunAsync();
        return 0;
    }

    /// <summary>An empty company is opened by whoever can read this terminal.</summary>
    static async Task ShowWayIn(Office office, string address)
    {
        var operatorHere = Caller.Installation("command line");
        if (await office.Do(new CompanyExists(), operatorHere)) return;
        var token = await office.Do(new MakeOpeningToken(), operatorHere);
        Console.WriteLine($"There is no company here yet. Found it, and become its administrator, at {address}/found?token={token}");
    }
}
