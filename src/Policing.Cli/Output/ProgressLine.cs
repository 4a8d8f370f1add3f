using System.Globalization;

namespace Policing.Cli.Output;

/// <summary>One line on the errors that says how far a long work has come; only where a person is looking, and at most five times a second.</summary>
internal sealed class ProgressLine : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    private readonly TextWriter _errors;
    private readonly TimeProvider _time;
    private readonly bool _isShown;
    private readonly long _start;
    private long _last;
    private int _length;

    public ProgressLine(TextWriter errors, SharedOptions options, TimeProvider time)
    {
        _errors = errors;
        _time = time;
        _isShown = !options.Quiet && !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not "dumb";
        _start = _last = time.GetTimestamp();
    }

    /// <summary>Says it, when it is time to.</summary>
    public void Tell(long done, long bytes, long ofBytes, string what)
    {
        if (!_isShown || _time.GetElapsedTime(_last) < Pace) return;
        _last = _time.GetTimestamp();
        double seconds = Math.Max(_time.GetElapsedTime(_start).TotalSeconds, 0.001);
        string share = ofBytes > 0 ? string.Create(CultureInfo.InvariantCulture, $"{100.0 * bytes / ofBytes:0} %, ") : "";
        Show(string.Create(CultureInfo.InvariantCulture, $"{share}{done:N0} {what}, {bytes / seconds / (1 << 20):0} MiB/s"));
    }

    public void Dispose() => Show("");

    private void Show(string line)
    {
        if (!_isShown || (line.Length == 0 && _length == 0)) return;
        _errors.Write("\r" + line.PadRight(_length) + (line.Length == 0 ? "\r" : ""));
        _length = line.Length;
    }
}
