namespace Policing.JsonSchema.Text;

/// <summary>The kinds of JSON values, and the names of members. The order is that of the bits in a type mask.</summary>
internal enum TokenKind
{
    Object,
    Array,
    String,
    Number,
    True,
    False,
    Null,
    Name,
}
