using Policing.DataModel.Validation;

namespace Policing.DataModel.Completeness;

/// <summary>The completeness stage of the validator, over the records of a bundle.</summary>
internal static class BundleCompleteness
{
    public static void Check(Inspector inspector, Bundle bundle)
    {
        if (inspector.Options.Profiles is not { } profiles) return;
        RecordGraph graph = new(profiles);
        for (int i = 0; i < bundle.Records.Count; i++) graph.Add(bundle.Records[i], i);
        CompletenessFindings findings = new(isBundle: true);
        graph.Judge(findings);
        foreach (Finding finding in findings.Found) inspector.Find(finding.Rule, finding.Pointer[1..]);
    }
}
