// What a force's own system does with a partner, step by step, against samples/PartnerApi in another terminal. All of it goes through Policing.Client.
// Exit codes: 0 every step ended as it says, 1 one did not, or the server or a key is not there, 2 wrong arguments, 130 cancelled.
using Policing.Client;
using Policing.Samples.Force;

if (!Arguments.TryRead(args, out Arguments? arguments))
{
    await Console.Error.WriteLineAsync(Arguments.Help);
    return 2;
}
using CancellationTokenSource ending = new();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    ending.Cancel();
};
try
{
    using Connection kent = Connection.Open(arguments, "kent-rms");
    using Connection essex = Connection.Open(arguments, "essex-rms");
    await new Walk(kent, essex, Console.Out).RunAsync(ending.Token);
    return 0;
}
catch (KeyException missing)
{
    await Console.Error.WriteLineAsync(missing.Message);
    return 1;
}
catch (PartnerException failed)
{
    // A problem has no personal data: it may be shown and logged.
    await Console.Error.WriteLineAsync(failed.Message);
    if (failed.Failure is PartnerFailure.Unreachable or PartnerFailure.TimedOut or PartnerFailure.Unavailable)
        await Console.Error.WriteLineAsync($"Nothing answers at {arguments.Server}. Start it in another terminal: dotnet run --project samples/PartnerApi");
    if (failed.Failure is PartnerFailure.Unauthenticated)
        await Console.Error.WriteLineAsync("The server does not know these keys. It prints where its own are: give that folder to --keys, and the address exactly as printed to --server.");
    return 1;
}
catch (WalkException unexpected)
{
    await Console.Error.WriteLineAsync(unexpected.Message);
    return 1;
}
catch (OperationCanceledException) when (ending.IsCancellationRequested)
{
    return 130;
}
