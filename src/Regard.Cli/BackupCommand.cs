using System.CommandLine;
using Regard.Storage;
namespace Regard.Cli;

static class BackupCommand
{
    public static Command Make()
    {
        var file = new Argument<FileInfo>("file") { Description = "The copy to write; it must not exist" };
        var command = new Command("backup", "Copy a SQLite company while it is being served (PostgreSQL: use pg_dump)") { file };
        command.SetAction(parsed => BadInput.Guard(async () =>
        {
            var target = parsed.GetRequiredValue(file);
            if (target.Exists) throw new Refused("{0} exists already. A backup never overwrites.", target.FullName);
            await Database.At(Settings.Database).BackUp(target.FullName);
            Console.WriteLine($"Written: {target.FullName}");
        }));
        return command;
    }
}
