using Policing.DataModel.Codes;

namespace Policing.Cli.Commands;

/// <summary>The ceiling that an option names.</summary>
internal static class MarkingCeiling
{
    public static SecurityTier? Of(string tier) => tier switch
    {
        "none" => null,
        _ when ReferenceData.BuiltIn.Find("security-tier", tier) is { } entry => SecurityTier.Of(entry.Code),
        _ => throw new UsageException("--ceiling names no tier.", $"take one of {string.Join(", ", ReferenceData.BuiltIn.FindList("security-tier")!.Codes.Select(c => c.Code))}, or none."),
    };
}
