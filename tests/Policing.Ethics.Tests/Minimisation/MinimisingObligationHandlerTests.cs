using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.Ethics.Minimisation;
using Policing.Ethics.Redaction;
using Policing.Ethics.Tests.Enforcement;
using Policing.Testing;
using static Policing.Ethics.Tests.SampleRules;

namespace Policing.Ethics.Tests.Minimisation;

public sealed class MinimisingObligationHandlerTests
{
    private static readonly MinimisingObligationHandler Handler = new();
    private static readonly SyntheticRecords Synthetic = new(11);

    private static readonly AccessContext Context = SampleContexts.Investigator;

    private static T Apply<T>(T record, params ReadOnlySpan<Obligation> obligations)
        where T : PoliceRecord =>
        (T)Handler.Apply(record, [.. obligations], AccessDecision.Permit("sha256:abc123", ["R1"], [.. obligations]), Context);

    [Fact]
    public void Members_and_classes_are_left_out_and_all_else_stays()
    {
        Person person = Synthetic.Person(3) with { Markers = [new Marker()] };
        Person copy = Apply(person, new LeaveOut { Members = ["sex"], Classes = RecordClasses.VulnerableOrProtected });
        Assert.Null(copy.Sex);
        Assert.True(copy.Markers.IsEmpty);
        Assert.Equal(person.Names, copy.Names);
        Assert.Equal(person.Source, copy.Source);
        Assert.Equal(("obligations", "sha256:abc123"), (copy.View!.Policy, copy.View.PolicyVersion));
        Assert.NotNull(person.Sex);
    }

    [Fact]
    public void Members_and_classes_are_redacted()
    {
        Person person = Synthetic.Person(3);
        Person copy = Apply(person, new Redact { Redactor = "birth-year", Members = ["datesOfBirth/date"] });
        Assert.Equal(DatePrecision.Year, copy.DatesOfBirth.First!.Date.Precision);
        Assert.Equal(person.Names, copy.Names);
        Assert.True(Apply(person, new Redact { Redactor = "erase", Classes = RecordClasses.Personal }).Names.IsEmpty);
    }

    [Fact]
    public void Extensions_stay_unless_personal_data_goes()
    {
        Person person = (Person)PoliceJson.Read("""{"id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057","type":"person","extensions":{"https://example.org/a":{"data":1}}}"""u8).Record!;
        Assert.Equal(person.Extensions, Apply(person, new LeaveOut { Members = ["sex"] }).Extensions);
        Assert.True(Apply(person, new LeaveOut { Classes = RecordClasses.Personal }).Extensions.IsEmpty);
        Assert.True(Apply(person, new Redact { Redactor = "erase", Classes = RecordClasses.Personal }).Extensions.IsEmpty);
    }

    [Fact]
    public void The_records_of_a_bundle_are_held_to_the_same()
    {
        Bundle bundle = Synthetic.Bundle(1, Synthetic.Case(1).Records);
        Bundle copy = Apply(bundle, new LeaveOut { Members = ["names"] });
        Assert.Equal(bundle.Records.Count, copy.Records.Count);
        Assert.Contains(bundle.Records.OfType<Person>(), p => !p.Names.IsEmpty);
        Assert.All(copy.Records.OfType<Person>(), p => Assert.True(p.Names.IsEmpty));
    }

    [Fact]
    public void What_it_cannot_carry_out_in_full_it_refuses()
    {
        Person person = Synthetic.Person(3);
        Assert.Throws<SharingViewException>(() => Apply(person, new LeaveOut { Members = ["nickname"] }));
        Assert.Throws<SharingViewException>(() => Apply(person, new LeaveOut { Members = ["marking"] }));
        Assert.Throws<SharingViewException>(() => Apply(person, new Redact { Redactor = "grid-1km", Members = ["datesOfBirth"] }));
        Assert.Throws<SharingViewException>(() => Apply(person, new Redact { Redactor = "pseudonym", Members = ["names/surname"] }));
        // A member of another type says nothing of a person.
        Assert.Equal(person.Names, Apply(person, new LeaveOut { Members = ["classifications"] }).Names);
        PoliceRecord unknown = PoliceJson.Read("""{"type":"starship","id":"x"}"""u8).Record!;
        Assert.Throws<MinimisationException>(() => Apply(unknown, new LeaveOut { Members = ["sex"] }));
    }

    [Fact]
    public async Task A_host_that_minimises_releases_the_copy_and_keeps_the_record()
    {
        PolicySet set = Set(Permit("p"), Oblige("o", new LeaveOut { Members = ["sex"] }), Oblige("r", new Redact { Redactor = "birth-year", Members = ["datesOfBirth"] }));
        Gates gates = Gates.Over(set, more: builder => builder.AddMinimisation());
        Person person = Synthetic.Person(3);
        byte[] before = PoliceJson.Write(person);

        ReleasedRecord<Person> released = await gates.Gate.For(Context).ReleaseAsync(
            person, new AccessRequest { Operation = AccessOperation.Consultation, RecordType = "person" }, TestContext.Current.CancellationToken);

        Assert.Null(released.Record!.Sex);
        Assert.Equal(DatePrecision.Year, released.Record.DatesOfBirth.First!.Date.Precision);
        Assert.Equal(person.Names, released.Record.Names);
        Assert.Equal(set.Hash, released.Record.View!.PolicyVersion);
        Assert.Equal(before, PoliceJson.Write(person));
    }

    [Fact]
    public async Task A_redaction_that_nobody_can_carry_out_is_a_refusal()
    {
        Gates gates = Gates.Over(Set(Permit("p"), Oblige("r", new Redact { Redactor = "pseudonym", Members = ["names"] })), more: builder => builder.AddMinimisation());
        ReleasedRecord<Person> released = await gates.Gate.For(Context).ReleaseAsync(
            Synthetic.Person(3), new AccessRequest { Operation = AccessOperation.Consultation, RecordType = "person" }, TestContext.Current.CancellationToken);
        Assert.Null(released.Record);
    }

    [Fact]
    public void It_handles_what_it_has_the_redactor_for()
    {
        Assert.True(Handler.Handles(new LeaveOut { Members = ["sex"] }));
        Assert.True(Handler.Handles(new Redact { Redactor = "erase", Members = ["sex"] }));
        Assert.False(Handler.Handles(new Redact { Redactor = "pseudonym", Members = ["sex"] }));
        Assert.False(Handler.Handles(new LogReason()));
        MinimisingObligationHandler withKey = new(new MinimiserOptions { Redactors = RandomView.Options.Redactors });
        Assert.True(withKey.Handles(new Redact { Redactor = "pseudonym", Members = ["sex"] }));
    }

    [Fact]
    public void Sensitive_members_need_what_the_context_states()
    {
        Person person = Synthetic.Person(3) with { Ethnicities = [new Ethnicity { SelfDefined = SelfDefinedEthnicity.Of("W1") }] };
        SensitiveProcessing full = new() { Condition = Schedule8Condition.Safeguarding, PolicyDocument = "APD 7", StrictNecessity = "A child is at risk." };
        Assert.True(Give(full, null));
        Assert.True(Give(new SensitiveProcessing { PolicyDocument = "APD 7" }, LawfulBasis.Part3Consent));
        Assert.False(Give(null, null));
        Assert.False(Give(null, LawfulBasis.Part3Consent));
        Assert.False(Give(full with { PolicyDocument = " " }, null));
        Assert.False(Give(full with { StrictNecessity = null }, null));
        Assert.False(Give(full with { Condition = null }, null));
        Assert.False(Give(full with { Condition = Schedule8Condition.Of("99") }, null));

        bool Give(SensitiveProcessing? stated, LawfulBasis? basis)
        {
            AccessContext context = Context with { Sensitive = stated, Basis = basis };
            ValueList<Obligation> obligations = [new LeaveOut { Members = ["sex"] }];
            Person copy = (Person)Handler.Apply(person, obligations, AccessDecision.Permit("h", ["R1"], obligations), context);
            return !copy.Ethnicities.IsEmpty;
        }
    }
}
