using Policing.DataModel.Codes;
using Policing.DataModel.Completeness;
using Policing.DataModel.Json;

namespace Policing.DataModel.Validation;

/// <summary>The rules of whole records.</summary>
internal static class RecordRules
{
    public static void Check(Inspector inspector, PoliceRecord record)
    {
        CheckEnvelope(inspector, record);
        StatusRules.Check(inspector, record);
        EventRules.Check(inspector, record);
        PeopleRules.Check(inspector, record);
        ObjectRules.Check(inspector, record);
        switch (record)
        {
            case Person person when person.DateOfDeath.Earliest > inspector.Today:
                inspector.Find(FindingRules.FutureDate, "dateOfDeath");
                break;
            case Crime crime:
                CheckCrime(inspector, crime);
                break;
            case CrimeOutcome outcome when outcome.Date.Earliest > inspector.Today:
                inspector.Find(FindingRules.FutureDate, "date");
                break;
            case StopSearch stop:
                if (stop.At.Earliest > inspector.Today) inspector.Find(FindingRules.FutureDate, "at");
                PartRules.CheckClock(inspector, "at", stop.At);
                break;
            case AntiSocialBehaviour asb when asb.ReportedAt.Earliest > inspector.Today:
                inspector.Find(FindingRules.FutureDate, "reportedAt");
                break;
            case Link link:
                CheckLink(inspector, link);
                break;
            case Bundle bundle:
                BundleRules.Check(inspector, bundle);
                BundleCompleteness.Check(inspector, bundle);
                break;
            default:
                break;
        }
    }

    private static void CheckEnvelope(Inspector inspector, PoliceRecord record)
    {
        CheckModelVersion(inspector, record.ModelVersion);
        if (record.Controllers.IsEmpty && NeedsController(record)) inspector.Find(FindingRules.NoController);
        CheckAbsent(inspector, record);
        CheckGranularMarkings(inspector, record);
        int place = 0;
        foreach (KeyValuePair<string, Extension> extension in record.Extensions)
        {
            if (extension.Value.MustUnderstand == true && !inspector.Options.UnderstoodExtensions.Contains(extension.Key))
                inspector.Find(FindingRules.MustUnderstand, "extensions", JsonLocator.Segment(extension.Key, place));
            place++;
        }
    }

    // Of data that is not personal, such as published crime, nobody is a controller in the sense of the Act.
    private static bool NeedsController(PoliceRecord record) =>
        record is not (Link or Bundle or Receipt or UnknownRecord) && !StatusRules.IsDisposed(record)
        && record.Collection?.Regime?.Means(ProcessingRegime.NotPersonal) != true;

    private static void CheckModelVersion(Inspector inspector, string? version)
    {
        if (ModelVersions.AgeOf(version) is var age and not VersionAge.Known)
            inspector.Find(age == VersionAge.Later ? FindingRules.LaterMinor : FindingRules.OtherMajor, "modelVersion");
    }

    private static void CheckAbsent(Inspector inspector, PoliceRecord record)
    {
        if (record.Absent.IsEmpty) return;
        MemberPresence presence = MemberPresence.Of(record);
        int place = 0;
        foreach (KeyValuePair<string, AbsentReason> entry in record.Absent)
        {
            FindingRule? rule = presence.Ask(entry.Key) switch
            {
                Presence.Nowhere => FindingRules.PointerNowhere,
                Presence.Present => FindingRules.ValueAndReason,
                _ => null,
            };
            if (rule is not null) inspector.Find(rule, "absent", JsonLocator.Segment(entry.Key, place));
            place++;
        }
    }

    private static void CheckGranularMarkings(Inspector inspector, PoliceRecord record)
    {
        if (record.Marking is not { Granular.IsEmpty: false } marking) return;
        MemberPresence presence = MemberPresence.Of(record);
        for (int i = 0; i < marking.Granular.Count; i++)
            if (marking.Granular[i].Pointer is not { } pointer || presence.Ask(pointer) != Presence.Present)
                inspector.Find(FindingRules.PointerNowhere, "marking/granular", i);
    }

    private static void CheckCrime(Inspector inspector, Crime crime)
    {
        if (crime.ReportedAt.Earliest > inspector.Today) inspector.Find(FindingRules.FutureDate, "reportedAt");
        if (crime.RecordedAt.Earliest > inspector.Today) inspector.Find(FindingRules.FutureDate, "recordedAt");
        if (crime.RecordedAt.IsBefore(crime.ReportedAt)) inspector.Find(FindingRules.DateOrder, "recordedAt");
        if (crime.Occurred is { } occurred && crime.ReportedAt.IsBefore(occurred.Start)) inspector.Find(FindingRules.DateOrder, "reportedAt");
    }

    private static void CheckLink(Inspector inspector, Link link)
    {
        if (link.End.IsBefore(link.Start)) inspector.Find(FindingRules.DateOrder, "end");
        RoleDetailRules.Check(inspector, link);
        if (!RoleKinds.Fit(link.Role?.EntryIn(inspector.Options.ReferenceData), link.From?.Kind, link.To?.Kind)) inspector.Find(FindingRules.LinkKinds, "role");
    }
}
