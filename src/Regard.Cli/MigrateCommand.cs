using System.CommandLine;
using Regard.Storage;
namespace Regard.Cli;

static class MigrateCommand
{
    public static Command Make()
    {
        var command = new Command("migrate", "Bring the database to this version; serve does it too");
        command.SetAction(_ => BadInput.Guard(async () =>
        {
            await Database.At(Settings.Database).Migrate(TimeProvider.System);
            Console.WriteLine("The database is up to date.");
        }));
        return command;
    }
}
