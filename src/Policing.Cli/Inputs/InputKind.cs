namespace Policing.Cli.Inputs;

/// <summary>What an input holds.</summary>
internal enum InputKind
{
    /// <summary>To be seen from its name or beginning.</summary>
    Auto,

    /// <summary>One record or bundle.</summary>
    Document,

    /// <summary>NDJSON: one record a line.</summary>
    Lines,
}
