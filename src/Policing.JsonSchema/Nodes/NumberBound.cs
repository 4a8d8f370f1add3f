using System.Buffers.Text;
using System.Text;
using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Nodes;

/// <summary>A number of a schema that numbers of documents are compared with, exactly.</summary>
internal sealed class NumberBound
{
    private readonly byte[] _raw;
    private readonly long _whole;
    private readonly bool _isWhole;

    public NumberBound(byte[] raw)
    {
        _raw = raw;
        _isWhole = TryWhole(raw, out _whole);
    }

    /// <summary>Below 0 where the document's number is less, above 0 where it is greater.</summary>
    public int Compare(ReadOnlySpan<byte> number) => _isWhole && TryWhole(number, out long whole)
        ? whole.CompareTo(_whole)
        : ExactNumber.Parse(number).Compare(ExactNumber.Parse(_raw));

    /// <summary>A number written with digits alone that a long holds.</summary>
    public static bool TryWhole(ReadOnlySpan<byte> raw, out long whole) =>
        Utf8Parser.TryParse(raw, out whole, out int used) && used == raw.Length;

    public override string ToString() => Encoding.UTF8.GetString(_raw);
}
