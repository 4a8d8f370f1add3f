namespace Policing.JsonSchema.Compilation;

/// <summary>What the value of a keyword must be.</summary>
internal enum KeywordShape
{
    Any,
    Text,
    Anchor,
    Flag,
    Flags,
    Count,
    Number,
    PositiveNumber,
    List,
    Names,
    NamesMap,
    Types,
    Schema,
    SchemaList,
    SchemaMap,
}
