using System.Text.Json;

namespace Policing.Benchmarks.Records;

// The peer: the same members in the same order as the records of the model, in the types that one would write without the SDK.
internal sealed class PlainPerson
{
    public string? Id { get; set; }
    public string? Type { get; set; }
    public string? ModelVersion { get; set; }
    public PlainVersion? Version { get; set; }
    public PlainStatus? Status { get; set; }
    public List<PlainAgency>? Controllers { get; set; }
    public string? Arrangement { get; set; }
    public PlainAgency? Processor { get; set; }
    public PlainSource? Source { get; set; }
    public List<PlainReference>? References { get; set; }
    public PlainMarking? Marking { get; set; }
    public PlainCollection? Collection { get; set; }
    public PlainRetention? Retention { get; set; }
    public Dictionary<string, string>? Absent { get; set; }
    public Dictionary<string, PlainExtension>? Extensions { get; set; }
    public PlainView? View { get; set; }
    public List<PlainName>? Names { get; set; }
    public string? Sex { get; set; }
    public List<PlainBirthDate>? DatesOfBirth { get; set; }
    public List<PlainStatedAge>? AgesStated { get; set; }
    public List<PlainBirthPlace>? PlacesOfBirth { get; set; }
    public string? ExpectedDueDate { get; set; }
    public string? DateOfDeath { get; set; }
    public string? DeathVerification { get; set; }
    public List<PlainGender>? Genders { get; set; }
    public List<PlainEthnicity>? Ethnicities { get; set; }
    public List<PlainNationality>? Nationalities { get; set; }
    public List<PlainLanguage>? Languages { get; set; }
    public List<PlainReligion>? Religions { get; set; }
    public List<PlainOrientation>? SexualOrientations { get; set; }
    public List<PlainMarital>? MaritalStatuses { get; set; }
    public List<PlainIdentifier>? Identifiers { get; set; }
    public List<PlainDescription>? Descriptions { get; set; }
    public List<PlainOccupation>? Occupations { get; set; }
    public List<PlainSupportNeed>? CommunicationNeeds { get; set; }
    public List<PlainContactPreference>? ContactPreferences { get; set; }
    public List<PlainMarker>? Markers { get; set; }
}

internal sealed class PlainCrime
{
    public string? Id { get; set; }
    public string? Type { get; set; }
    public string? ModelVersion { get; set; }
    public PlainVersion? Version { get; set; }
    public PlainStatus? Status { get; set; }
    public List<PlainAgency>? Controllers { get; set; }
    public string? Arrangement { get; set; }
    public PlainAgency? Processor { get; set; }
    public PlainSource? Source { get; set; }
    public List<PlainReference>? References { get; set; }
    public PlainMarking? Marking { get; set; }
    public PlainCollection? Collection { get; set; }
    public PlainRetention? Retention { get; set; }
    public Dictionary<string, string>? Absent { get; set; }
    public Dictionary<string, PlainExtension>? Extensions { get; set; }
    public PlainView? View { get; set; }
    public string? ReportedAt { get; set; }
    public string? RecordedAt { get; set; }
    public PlainWindow? Occurred { get; set; }
    public List<PlainClassification>? Classifications { get; set; }
    public string? RecordingStatus { get; set; }
    public string? Summary { get; set; }
    public string? ModusOperandi { get; set; }
    public List<string>? HateStrands { get; set; }
    public PlainOutcome? LatestOutcome { get; set; }
    public PlainAgency? ForceArea { get; set; }
    public string? Context { get; set; }
    public PlainOfficer? RecordedBy { get; set; }
    public PlainOfficer? SupervisedBy { get; set; }
}

internal sealed class PlainVersion
{
    public int? Number { get; set; }
    public string? RecordedAt { get; set; }
    public PlainOfficer? RecordedBy { get; set; }
    public string? Reason { get; set; }
}

internal sealed class PlainOfficer
{
    public PlainAgency? Agency { get; set; }
    public string? CollarNumber { get; set; }
    public string? StaffId { get; set; }
    public string? Rank { get; set; }
    public string? Name { get; set; }
}

internal sealed class PlainAgency
{
    public string? Scheme { get; set; }
    public string? Id { get; set; }
    public string? Name { get; set; }
}

internal sealed class PlainStatus
{
    public string? State { get; set; }
    public string? Since { get; set; }
    public string? Into { get; set; }
    public string? Ground { get; set; }
    public List<string>? PermittedPurposes { get; set; }
    public List<PlainAgency>? PermittedAgencies { get; set; }
    public string? Reason { get; set; }
    public string? Authority { get; set; }
}

internal sealed class PlainSource
{
    public string? System { get; set; }
    public string? Reference { get; set; }
    public string? Period { get; set; }
    public string? Channel { get; set; }
    public PlainAgency? Agency { get; set; }
    public bool? Keyless { get; set; }
}

internal sealed class PlainReference
{
    public string? System { get; set; }
    public string? Value { get; set; }
    public PlainAgency? Agency { get; set; }
    public string? From { get; set; }
    public string? To { get; set; }
}

internal sealed class PlainMarking
{
    public string? Tier { get; set; }
    public bool? Sensitive { get; set; }
    public List<string>? Handling { get; set; }
    public List<string>? Descriptors { get; set; }
    public List<PlainAgency>? ReleaseTo { get; set; }
    public List<PlainGranularMarking>? Granular { get; set; }
}

internal sealed class PlainGranularMarking
{
    public string? Pointer { get; set; }
    public string? Tier { get; set; }
    public bool? Sensitive { get; set; }
    public List<string>? Handling { get; set; }
}

internal sealed class PlainCollection
{
    public string? Regime { get; set; }
    public List<string>? Purposes { get; set; }
    public string? Basis { get; set; }
    public string? Condition { get; set; }
    public string? PolicyDocument { get; set; }
}

internal sealed class PlainRetention
{
    public string? Scheme { get; set; }
    public string? Group { get; set; }
    public string? ClearPeriodStart { get; set; }
    public string? ReviewDue { get; set; }
    public List<PlainReview>? Reviews { get; set; }
    public List<PlainHold>? Holds { get; set; }
    public PlainDisposal? Disposal { get; set; }
}

internal sealed class PlainReview
{
    public string? At { get; set; }
    public PlainOfficer? By { get; set; }
    public string? Outcome { get; set; }
    public string? Rationale { get; set; }
}

internal sealed class PlainHold
{
    public string? Reason { get; set; }
    public string? Authority { get; set; }
    public string? From { get; set; }
    public string? To { get; set; }
}

internal sealed class PlainDisposal
{
    public string? Due { get; set; }
    public string? At { get; set; }
    public string? Method { get; set; }
    public string? Authority { get; set; }
}

internal sealed class PlainExtension
{
    public bool? MustUnderstand { get; set; }
    public string? Version { get; set; }
    public string? Schema { get; set; }
    public JsonElement? Data { get; set; }
}

internal sealed class PlainView
{
    public bool? Partial { get; set; }
    public string? Policy { get; set; }
    public string? PolicyVersion { get; set; }
}

internal sealed class PlainObservation
{
    public string? At { get; set; }
    public PlainOfficer? By { get; set; }
    public PlainAgency? Agency { get; set; }
    public string? Source { get; set; }
    public string? Basis { get; set; }
    public string? Confidence { get; set; }
    public string? From { get; set; }
    public string? To { get; set; }
}

internal sealed class PlainName
{
    public string? Kind { get; set; }
    public string? Title { get; set; }
    public List<string>? Given { get; set; }
    public string? Surname { get; set; }
    public string? Suffix { get; set; }
    public string? Full { get; set; }
    public PlainObservation? Observed { get; set; }
}

internal sealed class PlainBirthDate
{
    public string? Date { get; set; }
    public PlainObservation? Observed { get; set; }
}

internal sealed class PlainGender
{
    public string? Gender { get; set; }
    public string? SelfDescribed { get; set; }
    public bool? SameAsBirth { get; set; }
    public PlainObservation? Observed { get; set; }
}

internal sealed class PlainEthnicity
{
    public string? SelfDefined { get; set; }
    public string? OfficerDefined { get; set; }
    public PlainObservation? Observed { get; set; }
}

internal sealed class PlainIdentifier
{
    public string? Kind { get; set; }
    public string? Value { get; set; }
    public string? Country { get; set; }
    public PlainAgency? IssuedBy { get; set; }
    public PlainObservation? Observed { get; set; }
}

internal sealed class PlainDescription
{
    public string? Build { get; set; }
    public int? HeightFrom { get; set; }
    public int? HeightTo { get; set; }
    public int? WeightFrom { get; set; }
    public int? WeightTo { get; set; }
    public int? AgeFrom { get; set; }
    public int? AgeTo { get; set; }
    public string? Complexion { get; set; }
    public string? LeftEye { get; set; }
    public string? RightEye { get; set; }
    public string? Hair { get; set; }
    public string? HairStyle { get; set; }
    public string? FacialHair { get; set; }
    public string? Handedness { get; set; }
    public string? Speech { get; set; }
    public List<PlainFeature>? DistinguishingFeatures { get; set; }
    public List<PlainClothing>? Clothing { get; set; }
    public string? Other { get; set; }
    public PlainObservation? Observed { get; set; }
}

internal sealed class PlainOccupation
{
    public string? Title { get; set; }
    public string? EmploymentStatus { get; set; }
    public string? Employer { get; set; }
    public PlainObservation? Observed { get; set; }
}

internal sealed class PlainMarker
{
    public string? Kind { get; set; }
    public string? Text { get; set; }
    public string? ReviewDue { get; set; }
    public PlainObservation? Observed { get; set; }
}

internal sealed class PlainStatedAge
{
    public int? Years { get; set; }
    public string? At { get; set; }
    public PlainObservation? Observed { get; set; }
}

internal sealed class PlainBirthPlace
{
    public string? Town { get; set; }
    public string? Region { get; set; }
    public string? Country { get; set; }
    public PlainObservation? Observed { get; set; }
}

internal sealed class PlainNationality
{
    public string? Nationality { get; set; }
    public string? AcquiredBy { get; set; }
    public PlainObservation? Observed { get; set; }
}

internal sealed class PlainLanguage
{
    public string? Language { get; set; }
    public string? Dialect { get; set; }
    public string? Fluency { get; set; }
    public bool? FirstLanguage { get; set; }
    public bool? PreferredSpoken { get; set; }
    public bool? PreferredWritten { get; set; }
    public bool? InterpreterNeeded { get; set; }
    public PlainObservation? Observed { get; set; }
}

internal sealed class PlainReligion
{
    public string? Religion { get; set; }
    public string? SelfDescribed { get; set; }
    public PlainObservation? Observed { get; set; }
}

internal sealed class PlainOrientation
{
    public string? Orientation { get; set; }
    public PlainObservation? Observed { get; set; }
}

internal sealed class PlainMarital
{
    public string? MaritalStatus { get; set; }
    public PlainObservation? Observed { get; set; }
}

internal sealed class PlainFeature
{
    public string? Kind { get; set; }
    public string? BodyPart { get; set; }
    public string? Description { get; set; }
    public PlainObservation? Observed { get; set; }
}

internal sealed class PlainClothing
{
    public string? Garment { get; set; }
    public List<string>? Colours { get; set; }
    public string? Description { get; set; }
}

internal sealed class PlainSupportNeed
{
    public string? Kind { get; set; }
    public string? Text { get; set; }
    public PlainObservation? Observed { get; set; }
}

internal sealed class PlainContactPreference
{
    public string? Method { get; set; }
    public bool? Avoid { get; set; }
    public string? Times { get; set; }
    public string? Instructions { get; set; }
    public PlainObservation? Observed { get; set; }
}

internal sealed class PlainWindow
{
    public string? Kind { get; set; }
    public string? Start { get; set; }
    public string? End { get; set; }
}

internal sealed class PlainClassification
{
    public string? Category { get; set; }
    public string? Group { get; set; }
    public string? HomeOfficeClassification { get; set; }
    public string? Offence { get; set; }
    public string? From { get; set; }
    public PlainOfficer? By { get; set; }
    public string? Reason { get; set; }
}

internal sealed class PlainOutcome
{
    public string? Category { get; set; }
    public string? HomeOffice { get; set; }
    public string? AsOf { get; set; }
}
