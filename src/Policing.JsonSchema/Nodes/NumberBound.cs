using System.Text;
using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Nodes;

/// <summary>A number of a schema that numbers of documents are compared with, exactly.</summary>
internal sealed class NumberBound
{
    private readonly byte[] _raw;
    private readonly ShortNumber _short;
    private readonly bool _isShort;

    public NumberBound(byte[] raw)
    {
        _raw = raw;
        _isShort = ShortNumber.TryParse(raw, out _short);
    }

    /// <summary>Below 0 where the document's number is less, above 0 where it is greater.</summary>
    public int Compare(in DocumentNumber number) => _isShort && number.IsShort
        ? number.Short.Compare(_short)
        : ExactNumber.Parse(number.Raw).Compare(ExactNumber.Parse(_raw));

    public override string ToString() => Encoding.UTF8.GetString(_raw);
}
