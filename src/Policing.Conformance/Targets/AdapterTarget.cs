using System.Text.Json;
using Policing.Conformance.Clients;

namespace Policing.Conformance.Targets;

/// <summary>
/// A program in any language that answers JSON lines: docs/conformance/adapter.md, and for clients of the partner API docs/conformance/clients.md. It runs without a shell, in a clean environment, within limits,
/// and is ended with all that it has started. Not thread-safe.
/// </summary>
public sealed class AdapterTarget : IConformanceTarget, IClientTarget, IAsyncDisposable
{
    private readonly AdapterOptions _options;
    private AdapterProcess? _process;
    private TargetDescription? _description;
    private int _starts;
    private long _sequence;

    /// <summary>A target; the program is started when it is first asked.</summary>
    public AdapterTarget(AdapterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
    }

    /// <inheritdoc/>
    /// <exception cref="TargetUnreachableException">The program cannot be started, or its first answer is none.</exception>
    public async ValueTask<TargetDescription> DescribeAsync(CancellationToken cancellationToken = default)
    {
        if (_description is null || _process is null) await StartAsync(cancellationToken).ConfigureAwait(false);
        return _description!;
    }

    /// <inheritdoc/>
    /// <exception cref="TargetUnreachableException">The program has ended too often, or cannot be started again.</exception>
    public async ValueTask<TargetAnswer> AskAsync(TargetQuestion question, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        return await AskAsync(sequence => AdapterMessages.Ask(question, sequence), (line, sequence) => AdapterMessages.Answer(line, question.Operation, sequence), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="TargetUnreachableException">The program has ended too often, or cannot be started again.</exception>
    public async ValueTask<ClientAnswer> DoAsync(ClientTask task, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        return await AskAsync(sequence => ClientMessages.Ask(task, sequence), ClientMessages.Answer, cancellationToken).ConfigureAwait(false);
    }

    private async Task<T> AskAsync<T>(Func<long, byte[]> ask, Func<byte[], long, T> read, CancellationToken cancellationToken)
    {
        if (_process is null) await StartAsync(cancellationToken).ConfigureAwait(false);
        long sequence = ++_sequence;
        try
        {
            await _process!.SayAsync(ask(sequence), cancellationToken).ConfigureAwait(false);
            byte[] line = await _process.HearAsync(cancellationToken).ConfigureAwait(false);
            return read(line, sequence);
        }
        catch (TargetFaultException)
        {
            // What it may still say would be taken for the answer to the next question.
            await EndAsync().ConfigureAwait(false);
            throw;
        }
        catch (OperationCanceledException)
        {
            await EndAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Tells the program to stop, and ends it with all that it has started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            try
            {
                await process.SayAsync(AdapterMessages.Stop, CancellationToken.None).ConfigureAwait(false);
            }
            catch (TargetFaultException)
            {
                // It has ended by itself.
            }
        }

        await EndAsync().ConfigureAwait(false);
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_starts > _options.Restarts) throw new TargetUnreachableException("The program ended again and again. Run it by hand with the questions of docs/conformance/adapter.md.");
        _starts++;
        _process = AdapterProcess.Start(_options);
        try
        {
            await _process.SayAsync(AdapterMessages.Start, cancellationToken).ConfigureAwait(false);
            _description = AdapterMessages.Description(await _process.HearAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (TargetFaultException fault)
        {
            await EndAsync().ConfigureAwait(false);
            throw new TargetUnreachableException($"The program was started and did not answer the first question: {fault.Reason.Text} {fault.Reason.Hint}");
        }
        catch (JsonException)
        {
            await EndAsync().ConfigureAwait(false);
            throw new TargetUnreachableException("The program's first answer does not describe it as docs/conformance/adapter.md says.");
        }
    }

    private async ValueTask EndAsync()
    {
        if (_process is null) return;
        await _process.DisposeAsync().ConfigureAwait(false);
        _process = null;
    }
}
