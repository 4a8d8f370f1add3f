using System.Globalization;
using System.Net;
using System.Text;
using System.Threading.Channels;

namespace Policing.Testing;

/// <summary>Opens streams of changes.</summary>
internal static class PartnerStreams
{
    public static HttpResponseMessage Open(PartnerStore store, ScriptedPartner partner, string? after)
    {
        int from = after is null ? store.LastChange : int.Parse(after.TrimStart('c'), CultureInfo.InvariantCulture);
        HttpResponseMessage response = new(HttpStatusCode.OK) { Content = new UnknownLengthContent(new EventStream(store, partner, from)) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", "text/event-stream");
        return response;
    }

    private sealed class EventStream : AnswerStream
    {
        private readonly Channel<bool> _signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        private readonly PartnerStore _store;
        private readonly ScriptedPartner _partner;
        private int _place;
        private ReadOnlyMemory<byte> _left;

        public EventStream(PartnerStore store, ScriptedPartner partner, int place)
        {
            (_store, _partner, _place) = (store, partner, place);
            store.Changed += Signal;
            partner.StreamsClosed += EndIt;
            Signal(this, EventArgs.Empty);
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            while (_left.IsEmpty)
            {
                IReadOnlyList<(int Cursor, string Json)> events = _store.ChangesAfter(_place, 10);
                if (events.Count > 0)
                {
                    _place = events[^1].Cursor;
                    _left = Encoding.UTF8.GetBytes(string.Concat(events.Select(static each => string.Create(CultureInfo.InvariantCulture, $"id: c{each.Cursor}\nevent: change\ndata: {each.Json}\n\n"))));
                    break;
                }
                if (!await _signals.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false)) return 0;
                _signals.Reader.TryRead(out _);
            }
            int length = Math.Min(buffer.Length, _left.Length);
            _left[..length].CopyTo(buffer);
            _left = _left[length..];
            return length;
        }

        protected override void Dispose(bool disposing)
        {
            _store.Changed -= Signal;
            _partner.StreamsClosed -= EndIt;
            _signals.Writer.TryComplete();
            base.Dispose(disposing);
        }

        private void Signal(object? sender, EventArgs e) => _signals.Writer.TryWrite(true);

        private void EndIt(object? sender, EventArgs e) => _signals.Writer.TryComplete();
    }
}
