using System.Security.Cryptography;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.Testing.Tests.Records;

public class SyntheticRecordsTests
{
    private const int Many = 5_000;
    private static readonly SyntheticRecords Records = new(2025);

    private static byte[] Lines(SyntheticRecords records, int count) =>
        [.. records.Records(count).SelectMany(record => PoliceJson.Write(record).Append((byte)'\n'))];

    [Fact]
    public void The_first_records_have_the_bytes_they_always_had() =>
        Assert.Equal(
            "345a5d8944cf0e511e641b6ed82fb6416bcf46c538d7650163b9d2a5b3715a30",
            Convert.ToHexStringLower(SHA256.HashData(Lines(Records, 2_000))));

    [Fact]
    public void Another_seed_gives_other_records()
    {
        var one = new SyntheticRecords(1).Records(500).Select(record => record.Id).ToHashSet();
        Assert.DoesNotContain(new SyntheticRecords(2).Records(500), record => one.Contains(record.Id));
        Assert.NotEqual(new SyntheticRecords(1).Person(0).Names, new SyntheticRecords(2).Person(0).Names);
    }

    [Fact]
    public void Records_made_by_many_threads_in_any_order_are_the_same()
    {
        var inOrder = Enumerable.Range(0, 200).Select(i => PoliceJson.Write(Records.Bundle(i, Records.Case(i).Records))).ToArray();
        var fresh = new SyntheticRecords(2025);
        var atOnce = new byte[inOrder.Length][];

        Parallel.For(0, inOrder.Length, i =>
        {
            var number = inOrder.Length - 1 - i;
            atOnce[number] = PoliceJson.Write(fresh.Bundle(number, fresh.Case(number).Records));
        });

        Assert.Equal(inOrder, atOnce);
    }

    [Fact]
    public void The_validator_finds_nothing()
    {
        PolicingValidator validator = new();
        var found = Records.Records(Many)
            .SelectMany(record => validator.Validate(PoliceJson.Write(record)).Findings.ToArray().Select(finding => $"{record.Type}: {finding}"));
        Assert.Empty(found.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_written_reads_as_the_same_record() =>
        Assert.All(Records.Records(500), record => Assert.Equal(record, PoliceJson.Read(PoliceJson.Write(record)).Record));

    [Fact]
    public void No_id_comes_twice_and_no_link_before_its_ends()
    {
        HashSet<RecordId> seen = [];
        foreach (var record in Records.Records(Many))
        {
            if (record is Link link)
            {
                Assert.Contains(link.From!.Id, seen);
                Assert.Contains(link.To!.Id, seen);
            }

            Assert.True(seen.Add(record.Id));
            Assert.Equal(5, record.Id.Uuid.Version);
        }

        Assert.Equal(Many, seen.Count);
    }

    [Fact]
    public void Every_kind_of_record_is_in_the_stream() => Assert.Equal(
        ["anti-social-behaviour", "crime", "crime-outcome", "link", "location", "organisation", "person", "stop-search"],
        Records.Records(Many).Select(record => record.Type).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_record_says_that_it_is_invented()
    {
        foreach (var record in Records.Records(Many))
        {
            Assert.Equal("Policing.Testing", record.Source?.System);
            if (record is not Link)
            {
                Assert.Equal(ProcessingRegime.NotPersonal, record.Collection?.Regime);
                Assert.Equal([ProcessingPurpose.SystemTesting], record.Collection?.Purposes.ToArray());
            }
        }
    }

    [Fact]
    public void Identifiers_postcodes_points_and_areas_are_from_the_safe_ranges()
    {
        var records = Records.Records(Many).ToList();
        var identifiers = records.OfType<Person>().SelectMany(person => person.Identifiers.ToArray()).ToList();
        Assert.Equal(3, identifiers.Select(identifier => identifier.Kind!.Code).Distinct().Count());
        Assert.All(identifiers, identifier => Assert.True(IsSafe(identifier)));

        var places = records.OfType<Location>().ToList();
        Assert.Contains(places, place => place.Point is null);
        Assert.All(places, place => Assert.True(place.Point is null || SafeRanges.IsSafePoint(place.Point)));
        Assert.All(places, place => Assert.True(place.Address is null || SafeRanges.IsSafePostcode(place.Address.Postcode.Text)));
        Assert.All(places, place => Assert.True(place.Address is null or { Uprn.IsAbsent: true, Usrn.IsAbsent: true }));
        Assert.All(places.SelectMany(place => place.Areas.ToArray()), area => Assert.True(SafeRanges.IsSafeLsoaCode(area.Code)));
    }

    [Fact]
    public void Identifiers_of_people_do_not_repeat()
    {
        var values = Enumerable.Range(0, Many).SelectMany(i => Records.Person(i).Identifiers.ToArray()).Select(identifier => identifier.Value).ToList();
        Assert.Equal(values.Count, values.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_case_is_made_of_the_records_that_can_be_asked_for_alone()
    {
        var made = Records.Case(41);
        Assert.Equal(Records.Crime(41), made.Crime);
        Assert.Equal(Records.Location(41), made.Place);
        Assert.Equal(Records.CrimeOutcome(41), made.Outcome);
        Assert.Equal(Records.Person(82), made.People[0]);
        Assert.Contains(Records.Link(made.Crime, LinkRole.OccurredAt, made.Place), made.Links.ToArray());
    }

    [Fact]
    public void A_case_makes_sense()
    {
        foreach (var made in Enumerable.Range(0, 500).Select(i => Records.Case(i)))
        {
            Assert.InRange(made.People.Count, 1, 2);
            Assert.Equal(made.Crime.Classifications[0].Category == CrimeCategory.Shoplifting, made.Organisation is not null);
            Assert.False(made.Outcome.Date.IsBefore(made.Crime.ReportedAt));

            var roles = made.Links.ToArray().Select(link => link.Role!.Code!).ToList();
            Assert.Single(roles, LinkRole.OccurredAt.Code);
            Assert.Single(roles, LinkRole.OutcomeOf.Code);
            Assert.Equal(roles.Contains(LinkRole.Suspect.Code!), made.Outcome.HomeOffice!.Code is "1" or "8" or "15" or "16");
            Assert.Equal(roles.Contains(LinkRole.DealtWith.Code!), made.Outcome.HomeOffice.Code is "1" or "8");
            Assert.All(made.People.ToArray(), person => Assert.Contains(made.Links.ToArray(), link => link.From!.Id == person.Id));
            Assert.All(made.Records, record => Assert.Equal(made.Crime.Controllers, record.Controllers));
        }
    }

    [Fact]
    public void A_cases_bundle_is_a_test_and_valid()
    {
        PolicingValidator validator = new();
        foreach (var number in Enumerable.Range(0, 100))
        {
            foreach (var kind in new[] { BundleKind.Collection, BundleKind.Submission })
            {
                var bundle = Records.Bundle(number, Records.Case(number).Records, kind);
                Assert.Equal(OperationalStatus.Test, bundle.OperationalStatus);
                Assert.True(bundle.External.IsEmpty);
                Assert.NotEqual(bundle.Sender, kind == BundleKind.Submission ? bundle.Recipients[0] : Records.Person(0).Controllers[0]);
                Assert.Empty(validator.Validate(PoliceJson.Write(bundle)).Findings.ToArray());
            }
        }
    }

    [Fact]
    public void A_bundle_declares_ends_outside_once_and_takes_the_highest_marking()
    {
        var made = Records.Case(0);
        var secret = made.Crime with { Marking = new() { Tier = SecurityTier.Official, Sensitive = true } };
        var bundle = Records.Bundle(0, [secret, .. made.Links.ToArray()]);

        Assert.Equal(OtherEnds(made).Order(), bundle.External.ToArray().Select(end => end.Id).Order());
        Assert.True(bundle.Marking!.Sensitive);
        Assert.Empty(new PolicingValidator().Validate(bundle).Findings.ToArray());
        Assert.Equal(SecurityTier.Secret, Records.Bundle(0, [made.Crime with { Marking = new() { Tier = SecurityTier.Secret } }]).Marking!.Tier);
    }

    [Fact]
    public void What_cannot_be_made_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Records.Person(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Records.Case(long.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => Records.Records(-1));
        Assert.Throws<ArgumentException>(() => Records.Bundle(0, [], BundleKind.Message));
        Assert.Empty(Records.Records(0));
        Assert.NotEqual(default, Records.Case(1L << 61).Crime.Id);
    }

    private static IEnumerable<RecordId> OtherEnds(SyntheticCase made) =>
        made.Records.Where(record => record is not Link and not Crime).Select(record => record.Id);

    private static bool IsSafe(PersonIdentifier identifier) => identifier.Kind!.Code switch
    {
        var code when code == PersonIdentifierType.PncId.Code => SafeRanges.IsSafePncId(identifier.Value),
        var code when code == PersonIdentifierType.NationalInsuranceNumber.Code => SafeRanges.IsSafeNationalInsuranceNumber(identifier.Value),
        var code when code == PersonIdentifierType.DriverNumber.Code => SafeRanges.IsSafeDriverNumber(identifier.Value),
        _ => false,
    };
}
