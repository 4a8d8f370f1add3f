using System.Data.Common;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Policing.Ethics.Audit;

namespace Policing.Samples.Partner.Start;

/// <summary>What is said of a start that failed, in place of a trace.</summary>
internal static class StartFaults
{
    public const int Failed = 1;

    public const int WrongArguments = 2;

    /// <summary>What to do; null where nobody foresaw it, and the trace is what helps.</summary>
    public static string? WordsOf(Exception fault) => fault switch
    {
        StartException { IsArgument: true } => $"{fault.Message}\n\n{SampleOptions.Help}",
        StartException or KeyFileException or AuditLogException or OptionsValidationException => fault.Message,
        IOException { InnerException: AddressInUseException } => "The port is taken: give another with --port, or 0 for one that is free.",
        SocketException => "The port cannot be opened: give another with --port, or 0 for one that is free.",
        DbException => "The database cannot be opened: the file below --data, or the server that ConnectionStrings:Partner names.",
        IOException or UnauthorizedAccessException => "The folder of the data cannot be made, read or written: give another with --data.",
        // What waits and tries again wraps what it met.
        { InnerException: { } inner } => WordsOf(inner),
        _ => null,
    };

    public static int CodeOf(Exception fault) => fault is StartException { IsArgument: true } ? WrongArguments : Failed;
}
