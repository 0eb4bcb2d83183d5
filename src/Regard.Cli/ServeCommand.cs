using System.CommandLine;
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
        await app.RunAsync();
        return 0;
    }
}
