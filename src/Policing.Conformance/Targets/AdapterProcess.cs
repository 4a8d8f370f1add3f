using System.ComponentModel;
using System.Diagnostics;
using Policing.Conformance.Cases;

namespace Policing.Conformance.Targets;

/// <summary>The process of an adapter: lines in, lines out, and an end that takes along what it has started.</summary>
internal sealed class AdapterProcess : IAsyncDisposable
{
    private static readonly string[] Passed = ["PATH", "HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP", "LANG", "LC_ALL", "SystemRoot", "ComSpec", "PATHEXT", "DOTNET_ROOT", "JAVA_HOME"];

    private readonly Process _process;
    private readonly AdapterOptions _options;
    private readonly Task _errors;
    private readonly byte[] _buffer = new byte[64 << 10];
    private int _start;
    private int _end;

    private AdapterProcess(Process process, AdapterOptions options)
    {
        _process = process;
        _options = options;
        // What it writes there may hold anything: it is read so that the program does not block, and goes nowhere.
        _errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
    }

    public static AdapterProcess Start(AdapterOptions options)
    {
        ProcessStartInfo info = new(options.Program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (string argument in options.Arguments) info.ArgumentList.Add(argument);
        string[] kept = [.. Passed, .. options.Environment];
        foreach (string name in info.Environment.Keys.Where(name => !kept.Contains(name, StringComparer.OrdinalIgnoreCase)).ToArray()) info.Environment.Remove(name);
        try
        {
            return new(Process.Start(info) ?? throw Unstartable(), options);
        }
        catch (Exception trouble) when (trouble is Win32Exception or InvalidOperationException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw Unstartable();
        }
    }

    public async Task SayAsync(ReadOnlyMemory<byte> line, CancellationToken cancellationToken)
    {
        using CancellationTokenSource timed = new(_options.AnswerTime, _options.Time);
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(timed.Token, cancellationToken);
        try
        {
            await _process.StandardInput.BaseStream.WriteAsync(line, limit.Token).ConfigureAwait(false);
            await _process.StandardInput.BaseStream.FlushAsync(limit.Token).ConfigureAwait(false);
        }
        catch (IOException)
        {
            throw new TargetFaultException(FaultReasons.Ended);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TargetFaultException(FaultReasons.NoAnswer);
        }
    }

    /// <summary>The next line, without its end.</summary>
    public async Task<byte[]> HearAsync(CancellationToken cancellationToken)
    {
        using CancellationTokenSource timed = new(_options.AnswerTime, _options.Time);
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(timed.Token, cancellationToken);
        using MemoryStream line = new();
        try
        {
            while (true)
            {
                int at = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
                int length = at < 0 ? _end - _start : at;
                if (line.Length + length > _options.AnswerBytes) throw new TargetFaultException(FaultReasons.AnswerTooLong);
                line.Write(_buffer, _start, length);
                _start += at < 0 ? length : length + 1;
                if (at >= 0) return line.ToArray();
                _start = 0;
                _end = await _process.StandardOutput.BaseStream.ReadAsync(_buffer, limit.Token).ConfigureAwait(false);
                if (_end == 0) throw new TargetFaultException(FaultReasons.Ended);
            }
        }
        catch (IOException)
        {
            throw new TargetFaultException(FaultReasons.Ended);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TargetFaultException(FaultReasons.NoAnswer);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception trouble) when (trouble is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }

        try
        {
            await _process.WaitForExitAsync().ConfigureAwait(false);
            await _errors.ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The pipe broke with the process.
        }

        _process.Dispose();
    }

    private static TargetUnreachableException Unstartable() => new("The program cannot be started. Check its name, that it is on the PATH or given with its folder, and that it may be run.");
}
