using System.CommandLine;
using Regard.Cli;
using Regard.Cli.Analyse;

Regard.Catalogue.Teach(typeof(ServeCommand).Assembly);
return await new RootCommand("Regard: customer satisfaction, from the question to the proof.")
{
    ServeCommand.Make(),
    DemoCommand.Make(),
    MigrateCommand.Make(),
    BackupCommand.Make(),
    ImportCommand.Make(),
    new Command("analyse", "Numbers from a CSV file, without a database") { ScoreCommand.Make() },
}.Parse(args).InvokeAsync();
