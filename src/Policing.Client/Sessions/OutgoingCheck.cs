using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Validation;

namespace Policing.Client;

/// <summary>What keeps a record from being sent.</summary>
internal static class OutgoingCheck
{
    /// <summary>The problem; null where it may be sent, with what was found all the same.</summary>
    public static PartnerProblem? Of(PoliceRecord record, PartnerOperation operation, Caller caller, ClientSettings settings, out ValueList<PartnerFinding> findings)
    {
        findings = default;
        if (record.Id.Uuid == Guid.Empty) throw new ArgumentException("The record's id is absent or malformed.", nameof(record));
        if (IsPartial(record)) return CallSender.Unsent(operation, caller, PartnerFailure.PartialView);
        if (settings.Outgoing == ValidationPolicy.Off) return null;
        ValidationReport report = settings.Validator.Validate(record);
        if (!report.Findings.IsEmpty) findings = AnswerJson.Findings(report);
        return report.IsValid || settings.Outgoing == ValidationPolicy.Report ? null : CallSender.Unsent(operation, caller, PartnerFailure.Invalid, findings);
    }

    private static bool IsPartial(PoliceRecord record)
    {
        if (record.View?.Partial == true) return true;
        foreach ((_, AbsentReason reason) in record.Absent)
            if (reason == AbsentReason.Masked || reason == AbsentReason.Withheld) return true;
        if (record is not Bundle bundle) return false;
        foreach (PoliceRecord inside in bundle.Records)
            if (IsPartial(inside)) return true;
        return false;
    }
}
