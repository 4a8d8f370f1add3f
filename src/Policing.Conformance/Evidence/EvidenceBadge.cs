using System.Globalization;
using System.Text;

namespace Policing.Conformance.Evidence;

/// <summary>A line for a README that says what evidence says, until when, and whose word it is, and links to the report. It is no seal of anybody's.</summary>
public static class EvidenceBadge
{
    /// <summary>The line, in Markdown.</summary>
    /// <param name="evidence">The evidence, which was verified.</param>
    /// <param name="report">Where the report is.</param>
    /// <exception cref="ArgumentException">The address is not one of http or https.</exception>
    public static string ToMarkdown(ConformanceEvidence evidence, Uri report)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(report);
        if (!report.IsAbsoluteUri || report.Scheme is not ("http" or "https")) throw new ArgumentException("The report's address begins with https:// or http://.", nameof(report));
        return string.Create(CultureInfo.InvariantCulture, $"[Self-declared: {Plain(evidence.Product.Product)} {Plain(evidence.Product.Version)} is {evidence.Verdict} with edition {Plain(evidence.Edition)}, kit {Plain(evidence.KitVersion)}{(evidence.IsFull ? ", full run" : "")}, until {evidence.ExpiresAt:yyyy-MM-dd}]({report.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})");
    }

    // Letters, digits and what names are joined with stay; all else could be markup.
    private static string Plain(string text)
    {
        StringBuilder plain = new();
        foreach (Rune rune in text.EnumerateRunes())
            plain.Append(Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '.' or '-' or ',' or '+' ? rune.ToString() : " ");
        return plain.ToString().Trim();
    }
}
