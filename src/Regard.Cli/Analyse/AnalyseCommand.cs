using System.CommandLine;
namespace Regard.Cli.Analyse;

/// <summary>regard analyse: the analyses that need no database.</summary>
static class AnalyseCommand
{
    public static Command Make() => new Command("analyse", "Numbers from a CSV file, without a database")
    {
        ScoreCommand.Make(),
        DriversCommand.Make(),
        PathCommand.Make(),
        RakeCommand.Make(),
        EffectCommand.Make(),
        GapsCommand.Make(),
        KanoCommand.Make(),
        ReliabilityCommand.Make(),
        OptimumCommand.Make(),
        HiddenCommand.Make(),
        SurvivalCommand.Make(),
        LifetimeCommand.Make(),
        ChurnRiskCommand.Make(),
        GradesCommand.Make(),
    };
}
