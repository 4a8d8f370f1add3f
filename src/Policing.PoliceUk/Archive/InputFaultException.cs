using System.Diagnostics.CodeAnalysis;
using Policing.DataModel.Import;
using Policing.DataModel.Validation;

namespace Policing.PoliceUk.Archive;

/// <summary>A stream's way of saying by which rule it stopped; it never leaves the package.</summary>
internal sealed class InputFaultException(FindingRule rule) : Exception(rule.Id)
{
    public FindingRule Rule { get; } = rule;

    /// <summary>The rule for what a file system or a decompressor throws. Its text, which may hold a path, ends here.</summary>
    public static bool TryGetRule(Exception exception, [NotNullWhen(true)] out FindingRule? rule)
    {
        rule = exception switch
        {
            InputFaultException fault => fault.Rule,
            InvalidDataException => ImportRules.DamagedData,
            FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException => ImportRules.CannotOpen,
            IOException or NotSupportedException => ImportRules.ReadFailed,
            _ => null,
        };
        return rule is not null;
    }
}
