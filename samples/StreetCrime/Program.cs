// Asks data.police.uk for the crimes of a month around a point or in a box, writes them as a bundle of the common model, and counts them.
// Exit codes: 0 answered and written, 1 no answer, or it cannot be written, 2 wrong arguments, 130 cancelled.
using Policing.Samples.Streets;

using var cancel = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The first time the program ends in order; the second time at once.
    pressed.Cancel = !cancel.IsCancellationRequested;
    cancel.Cancel();
};
return await StreetCrimeProgram.RunAsync(args, Console.Out, Console.Error, cancel.Token);
