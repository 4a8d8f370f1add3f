using System.Buffers;
using System.Globalization;
using System.Text;
using Policing.DataModel;

namespace Policing.Ethics.Audit;

/// <summary>
/// Writes canonical JSON straight away, RFC 8785: its user writes the members in the order of their names, which are ASCII. Half a pair of surrogates becomes U+FFFD, since
/// an entry must not be lost for it. Not thread-safe.
/// </summary>
internal sealed class CanonicalWriter
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(c => (char)c), '"', '\\']);
    private readonly ArrayBufferWriter<byte> _output = new(1024);
    private bool _isFirst = true;

    public byte[] ToArray() => _output.WrittenSpan.ToArray();

    public void Clear()
    {
        // What was written may be personal: it does not stay in a buffer that is used again.
        _output.Clear();
        _isFirst = true;
    }

    public void Open() => Begin((byte)'{');

    public void Close() => End((byte)'}');

    public void OpenList() => Begin((byte)'[');

    public void CloseList() => End((byte)']');

    public void Name(ReadOnlySpan<byte> name)
    {
        Separate();
        Put((byte)'"');
        _output.Write(name);
        _output.Write("\":"u8);
        _isFirst = true;
    }

    public void Text(ReadOnlySpan<byte> name, string? text)
    {
        if (text is null) return;
        Name(name);
        Text(text);
    }

    public void Flag(ReadOnlySpan<byte> name, bool isSet)
    {
        if (!isSet) return;
        Name(name);
        _output.Write("true"u8);
        _isFirst = false;
    }

    /// <summary>A UUID in its 36 characters.</summary>
    public void Text(ReadOnlySpan<byte> name, Guid id)
    {
        Name(name);
        Put((byte)'"');
        id.TryFormat(_output.GetSpan(36), out int written, "D");
        _output.Advance(written);
        Put((byte)'"');
        _isFirst = false;
    }

    /// <summary>A time in UTC with seven digits of a second.</summary>
    public void Text(ReadOnlySpan<byte> name, DateTimeOffset time)
    {
        Name(name);
        Put((byte)'"');
        time.UtcDateTime.TryFormat(_output.GetSpan(28), out int written, "O", CultureInfo.InvariantCulture);
        _output.Advance(written);
        Put((byte)'"');
        _isFirst = false;
    }

    public void Texts<T, TState>(ReadOnlySpan<byte> name, ValueList<T> items, TState state, Func<T, TState, string> text)
    {
        if (items.IsEmpty) return;
        Name(name);
        OpenList();
        foreach (T item in items.AsSpan()) Text(text(item, state));
        CloseList();
    }

    public void Text(string text)
    {
        Separate();
        Put((byte)'"');
        if (text.AsSpan().ContainsAny(Escaped)) WriteEscaped(text);
        else Encode(text);
        Put((byte)'"');
    }

    private void WriteEscaped(string text)
    {
        StringBuilder escaped = new(text.Length + 16);
        foreach (char c in text) Escape(c, escaped);
        Encode(escaped.ToString());
    }

    internal static void Escape(char c, StringBuilder text) => _ = c switch
    {
        '"' => text.Append("\\\""),
        '\\' => text.Append(@"\\"),
        '\b' => text.Append("\\b"),
        '\t' => text.Append("\\t"),
        '\n' => text.Append("\\n"),
        '\f' => text.Append("\\f"),
        '\r' => text.Append("\\r"),
        < ' ' => text.Append("\\u00").Append(((int)c).ToString("x2", CultureInfo.InvariantCulture)),
        _ => text.Append(c),
    };

    private void Begin(byte mark)
    {
        Separate();
        Put(mark);
        _isFirst = true;
    }

    private void End(byte mark)
    {
        Put(mark);
        _isFirst = false;
    }

    private void Separate()
    {
        if (!_isFirst) Put((byte)',');
        _isFirst = false;
    }

    private void Encode(string text)
    {
        Span<byte> room = _output.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        _output.Advance(Encoding.UTF8.GetBytes(text, room));
    }

    private void Put(byte mark)
    {
        _output.GetSpan(1)[0] = mark;
        _output.Advance(1);
    }
}
