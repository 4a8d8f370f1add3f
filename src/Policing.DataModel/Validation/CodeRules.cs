using Policing.DataModel.Codes;

namespace Policing.DataModel.Validation;

/// <summary>The code stage: whether a code is known, in force, and mapped.</summary>
internal static class CodeRules
{
    /// <summary>The rule that a coded value breaks; null when none.</summary>
    public static FindingRule? Check(CodedValue value, Inspector inspector)
    {
        if (value.Code is { Length: 0 }) return FindingRules.EmptyCode;
        if (value.OwnCode is null) return FindingRules.NotMapped;
        CodeEntry? entry = value.EntryIn(inspector.Options.ReferenceData);
        if (entry is null) return IsOwnUri(value) ? null : FindingRules.UnknownCode;
        return entry.IsInForce(inspector.RecordDate) ? null : FindingRules.CodeNotInForce;
    }

    // The scheme of an agency may be any URI: its owner's name, not a code of ours. A file's path is none, though some platforms take it for one.
    private static bool IsOwnUri(CodedValue value) =>
        value is AgencyScheme && Uri.TryCreate(value.Code, UriKind.Absolute, out Uri? uri) && !uri.IsFile;
}
