using System.Globalization;
using Policing.DataModel;

namespace Policing.PoliceUk.Mapping;

/// <summary>
/// The text that a record's id is derived from: its parts joined by '|', with '|' and '\' in a part preceded by '\', so that no two lists
/// of parts make one text. Used again for each key; not thread-safe.
/// </summary>
internal sealed class KeyText
{
    /// <summary>The system whose keys these are.</summary>
    public const string System = "data.police.uk";

    private const int LongestNumber = 20;
    private const int LongestDecimal = 32;
    private const int GuidLength = 36;

    private char[] _text = new char[512];
    private int _length;

    public int Length => _length;

    public ReadOnlySpan<char> Text => _text.AsSpan(0, _length);

    /// <summary>Begins anew.</summary>
    /// <param name="kind">What the key is of; it keeps the keys of one kind apart from those of another.</param>
    public KeyText Start(string kind)
    {
        _length = 0;
        Append(kind);
        return this;
    }

    public KeyText Add(string part)
    {
        Separate();
        if (part.AsSpan().IndexOfAny('|', '\\') < 0)
            Append(part);
        else
            AppendEscaped(part);
        return this;
    }

    public KeyText Add(long number)
    {
        Separate();
        number.TryFormat(Room(LongestNumber), out var written, default, CultureInfo.InvariantCulture);
        _length += written;
        return this;
    }

    /// <summary>Degrees, digit for digit as they were published; nothing where there are none.</summary>
    public KeyText Add(decimal? degrees)
    {
        Separate();
        if (degrees is not { } number)
            return this;
        number.TryFormat(Room(LongestDecimal), out var written, default, CultureInfo.InvariantCulture);
        _length += written;
        return this;
    }

    public KeyText Add(RecordId id)
    {
        Separate();
        id.Uuid.TryFormat(Room(GuidLength), out var written, "D");
        _length += written;
        return this;
    }

    /// <summary>Forgets what was added after this length.</summary>
    public KeyText Cut(int length)
    {
        _length = length;
        return this;
    }

    public RecordId ToId() => RecordId.Derive(System, Text);

    private void Separate()
    {
        Room(1)[0] = '|';
        _length++;
    }

    private void Append(ReadOnlySpan<char> part)
    {
        part.CopyTo(Room(part.Length));
        _length += part.Length;
    }

    private void AppendEscaped(ReadOnlySpan<char> part)
    {
        foreach (var c in part)
        {
            var room = Room(2);
            if (c is '|' or '\\')
            {
                room[0] = '\\';
                room[1] = c;
                _length += 2;
            }
            else
            {
                room[0] = c;
                _length++;
            }
        }
    }

    private Span<char> Room(int length)
    {
        if (_text.Length - _length < length)
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + length));
        return _text.AsSpan(_length);
    }
}
