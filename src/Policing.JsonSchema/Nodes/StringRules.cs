using Policing.JsonSchema.Formats;
using Policing.JsonSchema.Patterns;

namespace Policing.JsonSchema.Nodes;

/// <summary>The keywords that look at strings. Lengths are in characters (code points).</summary>
internal sealed class StringRules
{
    public int MinLength { get; set; }

    public int MaxLength { get; set; } = int.MaxValue;

    public PatternMatcher? Pattern { get; set; }

    public FormatCheck? Format { get; set; }

    public string? FormatName { get; set; }
}
