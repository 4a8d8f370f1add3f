using System.Collections.Frozen;
using Policing.Ethics.Minimisation;

namespace Policing.Client;

/// <summary>Pointers of a partner, of which only names that the model or the contract defines, numbers and <c>~[n]</c> are kept.</summary>
internal static class SafePointer
{
    private const string Hidden = "~[?]";
    private const int MostSegments = 40;

    private static readonly FrozenSet<string> OfTheContract = FrozenSet.Create(StringComparer.Ordinal,
        "match", "linkedTo", "agencies", "limit", "cursor", "justification", "record", "roles", "name", "birthDate", "vrm", "near", "action", "into", "ground",
        "permittedPurposes", "permittedAgencies", "reason", "authority", "years", "metres", "mode");

    private static readonly Lazy<FrozenSet<string>> OfTheModel = new(static () => ModelMembers.Instance.Names.ToFrozenSet(StringComparer.Ordinal));

    public static string Of(string? pointer)
    {
        if (string.IsNullOrEmpty(pointer) || pointer[0] != '/') return "";
        return string.Concat(pointer[1..].Split('/').Take(MostSegments).Select(static segment => "/" + (IsSafe(segment) ? segment : Hidden)));
    }

    private static bool IsSafe(string segment) => IsNumber(segment) || IsPlace(segment) || OfTheModel.Value.Contains(segment) || OfTheContract.Contains(segment);

    private static bool IsPlace(string segment) => segment is ['~', '[', _, .., ']'] && IsNumber(segment.AsSpan(2, segment.Length - 3));

    private static bool IsNumber(ReadOnlySpan<char> text) => text.Length is > 0 and <= 6 && text.IndexOfAnyExceptInRange('0', '9') < 0;
}
