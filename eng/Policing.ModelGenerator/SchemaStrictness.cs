namespace Policing.ModelGenerator;

/// <summary>For whom a schema is.</summary>
internal enum SchemaStrictness
{
    /// <summary>For producers: what they may write. Closed.</summary>
    Strict,

    /// <summary>For consumers: what they must accept. Members and types that they do not know pass.</summary>
    Open,
}
