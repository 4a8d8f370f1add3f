using Policing.DataModel;
using Policing.DataModel.Codes;
using static Policing.Ethics.Tests.SampleContexts;

namespace Policing.Ethics.Tests.Access;

public sealed class AccessContextTests
{
    public static TheoryData<string, AccessContext> Faulty { get; } = new()
    {
        { "actor: required", Investigator with { Actor = null! } },
        { "actor.agency: required", Investigator with { Actor = Officer with { Agency = new() { Scheme = AgencyScheme.Police } } } },
        { "actor.system: 1 to 128 characters", Investigator with { Actor = Officer with { System = " " } } },
        { "actor.person: 1 to 128 characters", Investigator with { Actor = Officer with { Person = "" } } },
        { "purpose: required", Investigator with { Purpose = null! } },
        { "purpose: required", Investigator with { Purpose = ProcessingPurpose.From(new() { Text = "in words" }) } },
        { "caseReference: 1 to 128 characters", Investigator with { CaseReference = new string('1', 129) } },
        { "reasonCode: 1 to 128 characters", Investigator with { ReasonCode = " " } },
        { "session: 1 to 128 characters", Investigator with { Session = "" } },
        { "place: 1 to 128 characters", Investigator with { Place = "" } },
        { "justification: 3 to 250 characters", Investigator with { Justification = "ab" } },
        { "justification: 3 to 250 characters", Investigator with { Justification = "      " } },
        { "justification: 3 to 250 characters", Investigator with { Justification = new string('a', 251) } },
        { "emergency: 3 to 250 characters", Investigator with { Emergency = "!" } },
        { "sensitive.strictNecessity: 3 to 250 characters", Investigator with { Sensitive = new() { StrictNecessity = "" } } },
        { "sensitive.policyDocument: 1 to 128 characters", Investigator with { Sensitive = new() { PolicyDocument = "" } } },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_faulty_context_says_what_is_wrong(string fault, AccessContext context) => Assert.Equal(fault, context.Fault);

    [Fact]
    public void A_context_at_its_limits_is_complete()
    {
        Assert.Null(Investigator.Fault);
        Assert.Null((Investigator with { Justification = "abc", Emergency = new string('a', 250), CaseReference = new string('1', 128) }).Fault);
    }

    [Fact]
    public void Every_context_has_a_correlation_of_its_own() =>
        Assert.NotEqual(new AccessContext { Actor = Officer, Purpose = ProcessingPurpose.Audit }.Correlation, new AccessContext { Actor = Officer, Purpose = ProcessingPurpose.Audit }.Correlation);

    [Fact]
    public void Nothing_prints_what_is_in_it()
    {
        AccessContext context = Investigator with { Sensitive = new() { StrictNecessity = "QZX-CANARY" }, Justification = "QZX-CANARY" };
        string printed = $"{context} {context.Actor} {context.Sensitive} {Consult() with { Context = context }} {new AuditEntry { Time = default, Context = context, Text = "QZX-CANARY" }}";
        Assert.Equal("AccessContext AccessActor SensitiveProcessing AccessRequest AuditEntry Access", printed);
    }

    [Fact]
    public void A_request_about_a_record_has_what_the_record_says_of_itself()
    {
        Vehicle record = new()
        {
            Id = RecordId.New(),
            Marking = new() { Tier = SecurityTier.Official, ReleaseTo = [Essex] },
            Controllers = [Kent],
            Status = new() { State = RecordState.Restricted },
            Collection = new() { Purposes = [ProcessingPurpose.Prevention] },
        };
        AccessRequest request = AccessRequest.About(record, AccessOperation.Consultation, Investigator);
        Assert.Equal(("vehicle", record.Marking, record.Controllers, record.Status), (request.RecordType, request.Marking, request.Controllers, request.Status));
        Assert.Equal([ProcessingPurpose.Prevention], request.CollectedFor);
    }
}
