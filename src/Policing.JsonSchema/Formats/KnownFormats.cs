using System.Collections.Frozen;
using System.Text;
using Policing.JsonSchema.Patterns;

namespace Policing.JsonSchema.Formats;

/// <summary>The formats that can be asserted.</summary>
internal static class KnownFormats
{
    private static readonly FrozenDictionary<string, FormatCheck> s_checks = new Dictionary<string, FormatCheck>(StringComparer.Ordinal)
    {
        ["date"] = DateFormats.IsDate,
        ["time"] = DateFormats.IsTime,
        ["date-time"] = DateFormats.IsDateTime,
        ["duration"] = DateFormats.IsDuration,
        ["email"] = EmailFormat.IsEmail,
        ["hostname"] = HostFormats.IsHostname,
        ["ipv4"] = HostFormats.IsIPv4,
        ["ipv6"] = HostFormats.IsIPv6,
        ["uri"] = UriFormats.IsUri,
        ["uri-reference"] = UriFormats.IsUriReference,
        ["uuid"] = PointerFormats.IsUuid,
        ["json-pointer"] = PointerFormats.IsJsonPointer,
        ["relative-json-pointer"] = PointerFormats.IsRelativeJsonPointer,
        ["regex"] = IsRegex,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static FormatCheck? Find(string name) => s_checks.GetValueOrDefault(name);

    private static bool IsRegex(ReadOnlySpan<byte> text)
    {
        try
        {
            EcmaPattern.Translate(Encoding.UTF8.GetString(text), strict: true);
            return true;
        }
        catch (PatternException)
        {
            return false;
        }
    }
}
