using System.CommandLine;
using Regard.Cli;
using Regard.Cli.Analyse;

Regard.Catalogue.Teach(typeof(ServeCommand).Assembly);
var root = new RootCommand("Regard: customer satisfaction, from the question to the proof.")
{
    ServeCommand.Make(),
    DemoCommand.Make(),
    MigrateCommand.Make(),
    BackupCommand.Make(),
    ImportCommand.Make(),
    AnalyseCommand.Make(),
    ReportCommand.Make(),
};
return await BadInput.Guard(root.Parse(args));
