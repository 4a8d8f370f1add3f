using System.Text;
using Policing.Conformance.Cases;

namespace Policing.Conformance.Servers;

/// <summary>A stream of changes that is open, or the answer in its place. Not thread-safe.</summary>
/// <remarks>Source: server-sent events of the HTML standard, 9.2.6.</remarks>
internal sealed class ServerStream : IDisposable
{
    private const int MostBytes = 4 << 20;

    private readonly HttpResponseMessage _response;
    private readonly Stream? _events;
    private readonly TimeSpan _most;
    private readonly byte[] _buffer = new byte[4 << 10];
    private readonly List<byte> _line = [];
    private int _at;
    private int _filled;
    private int _read;
    private bool _isAfterReturn;

    public ServerStream(HttpResponseMessage response, Stream? events, ServerAnswer head, TimeSpan most) => (_response, _events, Head, _most) = (response, events, head, most);

    /// <summary>Status and headers; a body only where it is no stream.</summary>
    public ServerAnswer Head { get; }

    /// <summary>The events up to the first about a record, and that; fewer where the stream ends before, or nothing comes in time.</summary>
    public async Task<IReadOnlyList<StreamEvent>> ReadToAsync(Guid record, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_most);
        List<StreamEvent> events = [];
        try
        {
            while (await NextAsync(limit.Token).ConfigureAwait(false) is { } next)
            {
                events.Add(next);
                if (next.IsAbout(record)) break;
            }
        }
        catch (Exception trouble) when (trouble is IOException or HttpRequestException || (trouble is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // Nothing more came.
        }

        return events;
    }

    public void Dispose() => _response.Dispose();

    private async Task<StreamEvent?> NextAsync(CancellationToken cancellationToken)
    {
        string name = "message", id = "";
        List<string> data = [];
        StringBuilder text = new();
        while (await LineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (line.Length == 0 && data.Count > 0) return new(name, id, string.Join('\n', data), text.ToString());
            text.Append(line).Append('\n');
            (string field, string value) = Field(line);
            if (field == "event") name = value;
            else if (field == "id") id = value;
            else if (field == "data") data.Add(value);
        }

        return null;
    }

    // A line ends with a return, a line feed, or both. What is behind the last end is no line.
    private async Task<string?> LineAsync(CancellationToken cancellationToken)
    {
        while (_at < _filled || await FillAsync(cancellationToken).ConfigureAwait(false))
        {
            byte next = _buffer[_at++];
            bool isSecond = next == '\n' && _isAfterReturn;
            _isAfterReturn = next == '\r';
            if (isSecond) continue;
            if (next is not ((byte)'\n' or (byte)'\r'))
            {
                _line.Add(next);
                continue;
            }

            string line = Encoding.UTF8.GetString([.. _line]);
            _line.Clear();
            return line;
        }

        return null;
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_events is null) return false;
        (_at, _filled) = (0, await _events.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false));
        return (_read += _filled) <= MostBytes ? _filled > 0 : throw new CaseFaultException(FaultReasons.OtherForm);
    }

    // A comment is a field without a name.
    private static (string Name, string Value) Field(string line)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return (line, "");
        string value = line[(colon + 1)..];
        return (line[..colon], value.StartsWith(' ') ? value[1..] : value);
    }
}
