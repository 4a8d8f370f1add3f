// The policing tool. Exit codes: 0 good, 1 not, 2 usage or configuration, 3 target unreachable, 4 fault of the tool, 130 cancelled.
using Policing.Cli;

return await Tool.RunAsync(args, Console.OpenStandardInput, Console.Out, Console.Error);
