using Policing.Conformance.Running;

namespace Policing.Cli.Inputs;

/// <summary>The files that arguments name, as the conformance kit judges them.</summary>
internal static class JudgedDocuments
{
    /// <exception cref="UsageException">An input is not there, or cannot be read.</exception>
    public static async Task<ConformanceRun> RunAsync(
        ConformanceRunner runner, IEnumerable<string> paths, InputKind asked, Func<Stream> standardInput, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        try
        {
            return await runner.RunAsync(
                RecordInput.Of(paths).Select(input => new ConformanceInput { Number = input.Number, Path = input.Path, OpenAsync = token => OpenAsync(input, asked, standardInput, token) }), progress, cancellationToken);
        }
        catch (IOException)
        {
            throw new UsageException("an input cannot be read to its end.", "check the disk or the connection that it comes from, and run again.");
        }
    }

    private static async ValueTask<(Stream Stream, bool IsLines)> OpenAsync(RecordInput input, InputKind asked, Func<Stream> standardInput, CancellationToken cancellationToken)
    {
        (InputKind kind, Stream stream) = await input.LookAsync(input.Open(standardInput), asked, cancellationToken);
        return (stream, kind == InputKind.Lines);
    }
}
