using System.Diagnostics;

namespace Policing.DataModel;

/// <summary>
/// The regular expression (ECMA-262) that every well-formed text of a value meets, for the strict schemas. It may let more pass than the
/// value's own check, which also knows check characters and calendars. eng/Policing.ModelGenerator reads it from the source.
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
[Conditional("SOURCE_ONLY")]
internal sealed class WirePatternAttribute(string pattern) : Attribute
{
    public string Pattern { get; } = pattern;
}
