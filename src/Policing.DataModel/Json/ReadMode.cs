namespace Policing.DataModel.Json;

/// <summary>How far reading goes in the face of errors.</summary>
public enum ReadMode
{
    /// <summary>Reads everything that can be read; errors are findings.</summary>
    Tolerant,

    /// <summary>The first error finding ends the reading.</summary>
    Strict,
}
