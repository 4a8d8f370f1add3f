using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.PartnerHost;

/// <summary>A body that is to be a record: held to the strict schema and the rules before anything is asked of the store.</summary>
internal sealed record IncomingRecord(PoliceRecord Record, ReadOnlyMemory<byte> Content, IReadOnlyList<PartnerFinding> Warnings)
{
    public static IncomingRecord Read(ReadOnlySpan<byte> utf8, PolicingValidator validator)
    {
        ReadResult read = validator.Read(utf8);
        if (read.Record is not { } record) throw Unreadable(read.Report);
        if (!read.Report.IsValid || record is UnknownRecord) throw new PartnerRefusal(PartnerProblem.InvalidRecord, Findings(read.Report));
        RequireWhole(record);
        return new IncomingRecord(record, PoliceJson.Write(record), [.. Findings(read.Report).Where(finding => finding.Severity is Severity.Warning)]);
    }

    /// <summary>A minimised copy would wipe out what it lacks.</summary>
    public static void RequireWhole(PoliceRecord record)
    {
        if (record.View is not null) throw PartnerProblem.PartialView.With(new PartnerFinding(PartnerFinding.WrongForm, "/view"));
        foreach (KeyValuePair<string, AbsentReason> absent in record.Absent)
            if (absent.Value.OwnCode == AbsentReason.Masked.Code || absent.Value.OwnCode == AbsentReason.Withheld.Code)
                throw PartnerProblem.PartialView.With(new PartnerFinding(PartnerFinding.WrongForm, "/absent"));
    }

    private static PartnerRefusal Unreadable(ValidationReport report)
    {
        FindingRule? rule = report.Findings.First?.Rule;
        PartnerProblem problem = rule == FindingRules.OverLimit ? PartnerProblem.TooLarge
            : rule == FindingRules.AboveCeiling ? PartnerProblem.InvalidRecord
            : PartnerProblem.MalformedRequest;
        return new PartnerRefusal(problem, Findings(report));
    }

    private static PartnerFinding[] Findings(ValidationReport report) =>
        [.. report.Findings.Where(finding => finding.Severity is not Severity.Information).OrderByDescending(finding => finding.Severity).Select(PartnerFinding.Of)];
}
