using System.CommandLine;
using Regard.Cli;

return await new RootCommand("Regard: customer satisfaction, from the question to the proof.") { ServeCommand.Make() }.Parse(args).InvokeAsync();
