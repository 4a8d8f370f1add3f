using System.Text;
using FsCheck;
using FsCheck.Xunit;
using Policing.DataModel;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;
using Policing.Ethics.Minimisation;
using Policing.Testing;

namespace Policing.Ethics.Tests.Minimisation;

/// <summary>Records in, records out: the typed layer.</summary>
public sealed class RecordCopyTests
{
    private static readonly SyntheticRecords Synthetic = new(7);

    [Fact]
    public void A_masked_copy_leaves_the_record_untouched()
    {
        Person person = Synthetic.Person(3);
        Person untouched = (Person)PoliceJson.Read(PoliceJson.Write(person)).Record!;
        Minimiser minimiser = new(new SharingView
        {
            Id = "v",
            Version = "1",
            Records = [new RecordSharing { Type = "person", Members = ["names"], Redact = [new("datesOfBirth/date", "birth-year")] }],
        });

        Person copy = minimiser.Minimise(person);

        Assert.Equal(untouched, person);
        Assert.Equal(person.Names, copy.Names);
        Assert.Equal(person.DatesOfBirth.First!.Date.Year, copy.DatesOfBirth.First!.Date.Year);
        Assert.Equal(DatePrecision.Year, copy.DatesOfBirth.First!.Date.Precision);
        Assert.Null(copy.Sex);
        Assert.Equal("withheld", copy.Absent.Single(a => a.Key == "/sex").Value.Code);
        Assert.True(copy.View!.Partial);
        Assert.Equal(("v", "1"), (copy.View.Policy, copy.View.PolicyVersion));
    }

    [Property(MaxTest = 150)]
    public void Any_record_is_left_as_it_is_and_its_copy_is_that_of_its_bytes(DoNotSize<int> any)
    {
        RandomText text = new(any.Item);
        Minimiser minimiser = new(new RandomView(text.Random).View(), RandomView.Options);
        byte[] bytes = Encoding.UTF8.GetBytes(text.Document().ToJsonString());
        PoliceRecord record = PoliceJson.Read(bytes).Record!;
        byte[] before = PoliceJson.Write(record);
        PoliceRecord same = PoliceJson.Read(before).Record!;
        try
        {
            PoliceRecord copy = minimiser.Minimise(record);
            Assert.Equal(PoliceJson.Read(minimiser.Minimise(before)).Record, copy);
            Assert.NotSame(record, copy);
        }
        catch (MinimisationException refusal)
        {
            Assert.Equal(MinimisationFault.NotShared, refusal.Fault);
        }

        Assert.Equal(same, record);
        Assert.Equal(before, PoliceJson.Write(record));
    }

    [Fact]
    public void A_view_that_gives_everything_gives_every_value_of_synthetic_records()
    {
        SharingView all = new()
        {
            Id = "all",
            Version = "1",
            Records =
            [
                new RecordSharing
                {
                    Type = RecordSharing.AnyType,
                    Classes =
                    [
                        PoliceDataClasses.Public, PoliceDataClasses.Personal, PoliceDataClasses.Sensitive, PoliceDataClasses.Biometric, PoliceDataClasses.CriminalAllegation,
                        PoliceDataClasses.VulnerableOrProtected, PoliceDataClasses.Officer, PoliceDataClasses.Covert, PoliceDataClasses.Operational,
                    ],
                },
            ],
        };
        Minimiser minimiser = new(all);
        SensitiveGround ground = SensitiveGround.ByConsent("APD");
        for (int i = 0; i < 50; i++)
        {
            Bundle bundle = Synthetic.Bundle(i, Synthetic.Case(i).Records);
            Bundle copy = minimiser.Minimise(bundle, ground);
            Assert.Equal(bundle, copy with { View = null, Records = [.. copy.Records.Select(r => r with { View = null })] });
        }
    }

    [Fact]
    public void A_record_that_the_view_gives_nothing_of_is_refused()
    {
        Minimiser minimiser = new(new SharingView { Id = "v", Version = "1", Records = [new RecordSharing { Type = "vehicle" }] });
        Assert.Equal(MinimisationFault.NotShared, Assert.Throws<MinimisationException>(() => minimiser.Minimise(Synthetic.Person(1))).Fault);
        PoliceRecord unknown = PoliceJson.Read("""{"type":"starship","id":"x"}"""u8).Record!;
        Assert.Equal(MinimisationFault.NotShared, Assert.Throws<MinimisationException>(() => minimiser.Minimise(unknown)).Fault);
    }
}
