using System.Globalization;
using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Testing;

/// <summary>
/// Makes the events of scenarios. Offence codes, classifications and codes of the incident register have the right form and numbers that none of ours has been
/// seen to use: <c>ZZ99…</c>, <c>9xx/xx</c>, <c>99x</c>. They are marks, not claims about an offence.
/// </summary>
internal static class ScenarioRecords
{
    /// <summary>A call to the control room.</summary>
    public static Incident Call(CaseDraft draft, string summary, SubmissionChannel channel, int code) => draft.Add("incident", new Incident
    {
        Id = default,
        ReportedAt = draft.Later(20),
        Channel = channel,
        Occurred = TimeWindow.OnOrIn(draft.Moment),
        Summary = summary,
        OpeningCode = NsirCode.Parse(string.Create(CultureInfo.InvariantCulture, $"99{code}")),
        ClosingCode = NsirCode.Parse(string.Create(CultureInfo.InvariantCulture, $"99{code}")),
        HomeOfficeClassification = Classification(code),
        Grade = draft.Random.OnceIn(2) ? ResponseGrade.Emergency : ResponseGrade.Priority,
        ReceivedBy = draft.Officer,
        ClosedAt = draft.Later(240),
        ForceArea = draft.Agency,
    });

    /// <summary>A recorded crime.</summary>
    public static Crime Recorded(CaseDraft draft, CrimeCategory category, OffenceGroup group, int code, string summary, string method) => draft.Add("crime", new Crime
    {
        Id = default,
        ReportedAt = draft.Later(20),
        RecordedAt = draft.Later(90),
        Occurred = draft.Random.OnceIn(4) ? TimeWindow.Between(PartialDateTime.FromDate(draft.Day.AddDays(-1)), draft.Moment) : TimeWindow.OnOrIn(draft.Moment),
        Classifications = [new() { Category = category, Group = group, HomeOfficeClassification = Classification(code), Offence = Offence(code) }],
        RecordingStatus = CrimeRecordingStatus.Recorded,
        CrimeStatus = CrimeStatus.Finalised,
        Summary = summary,
        ModusOperandi = method,
        RecordedBy = draft.Officer,
        SupervisedBy = draft.Supervisor,
    });

    /// <summary>How a crime ended, linked to it, and to the person dealt with.</summary>
    public static CrimeOutcome Outcome(CaseDraft draft, Crime crime, HomeOfficeOutcome outcome, Person? dealtWith)
    {
        var record = draft.Add("outcome", new CrimeOutcome
        {
            Id = default,
            HomeOffice = outcome,
            Date = PartialDateTime.FromDate(draft.Day.AddDays(5 + draft.Random.Below(60))),
        });
        draft.Join(record, LinkRole.OutcomeOf, crime);
        if (dealtWith is not null)
        {
            draft.Join(dealtWith, LinkRole.DealtWith, record);
        }

        return record;
    }

    /// <summary>A thing, with a number where things of its kind carry one that can be made up.</summary>
    public static Property Thing(CaseDraft draft, string part)
    {
        ref var random = ref draft.Random;
        var (category, description) = random.Pick<(PropertyCategory, string)>(Things);
        return draft.Add(part, new Property
        {
            Id = default,
            Category = category,
            Description = description,
            UniqueIds = category == PropertyCategory.Camera
                ? [new() { Kind = UniqueIdentifierType.SerialNumber, Value = string.Create(CultureInfo.InvariantCulture, $"SYN-{random.Below(1_000_000):D6}") }]
                : [],
        });
    }

    /// <summary>A made-up classification: the class is above 900.</summary>
    public static HomeOfficeClassification Classification(int code) =>
        HomeOfficeClassification.Parse(string.Create(CultureInfo.InvariantCulture, $"9{code:D2}/01"));

    /// <summary>A made-up offence code: no act is abbreviated ZZ.</summary>
    public static OffenceCode Offence(int code) => OffenceCode.Parse(string.Create(CultureInfo.InvariantCulture, $"ZZ99{code:D3}"));

    private static readonly (PropertyCategory Category, string Description)[] Things =
    [
        (PropertyCategory.Camera, "Invented: a small black camera in a case"),
        (PropertyCategory.Jewellery, "Invented: a silver brooch in the shape of a heron"),
        (PropertyCategory.Cash, "Invented: notes and coins in an envelope"),
        (PropertyCategory.BagOrLuggage, "Invented: a green canvas shoulder bag"),
        (PropertyCategory.Watch, "Invented: a watch with a brown strap"),
        (PropertyCategory.MusicalInstrument, "Invented: a violin in a worn case"),
    ];
}
