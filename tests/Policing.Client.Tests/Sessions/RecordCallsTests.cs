using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Testing;

namespace Policing.Client.Tests.Sessions;

public class RecordCallsTests
{
    [Fact]
    public async Task What_is_read_is_what_was_asked_for()
    {
        using Bench bench = new();
        bench.Partner.Hold(Bench.PersonOf(1));
        RecordAnswer<Person> answer = await bench.Session.Records.GetAsync<Person>(Bench.IdOf(1), Bench.Ending);
        Assert.Equal(Bench.PersonOf(1), answer.Record);
        Assert.False(answer.IsPartial);
        Assert.True(answer.Report.IsValid, answer.Report.Findings.IsEmpty ? "" : answer.Report.Findings[0].ToString());
        PartnerRequestSeen seen = Assert.Single(bench.Partner.Requests);
        Assert.Equal("purpose=investigation, basis=part-3-task, case=\"5226000417\"", seen.Access);
        Assert.Equal("client-1", seen.Subject);
    }

    [Fact]
    public async Task A_record_that_is_not_to_be_had_is_a_normal_result()
    {
        using Bench bench = new();
        PartnerResult<RecordAnswer<Person>> result = await bench.Session.Records.TryGetAsync<Person>(Bench.IdOf(1), Bench.Ending);
        Assert.False(result.IsSuccess);
        Assert.Equal(PartnerFailure.NotAvailable, result.Failure);
        Assert.Equal("not-available", result.Problem.Code);
        Assert.False(result.Problem.AuditEntry.IsNone);
        PartnerException exception = await Assert.ThrowsAsync<PartnerException>(() => bench.Session.Records.GetAsync<Person>(Bench.IdOf(1), Bench.Ending));
        Assert.Equal(PartnerFailure.NotAvailable, exception.Failure);
    }

    [Fact]
    public async Task A_record_is_created_once_and_replaced_by_who_has_seen_it()
    {
        using Bench bench = new();
        RecordCalls records = bench.Session.Records;
        WriteAnswer created = await records.CreateAsync(Bench.PersonOf(1), Bench.Ending);
        Assert.Equal(WriteChange.Created, created.Change);
        Assert.Equal(WriteChange.Unchanged, (await records.CreateAsync(Bench.PersonOf(1), Bench.Ending)).Change);
        Assert.Equal(PartnerFailure.Exists, (await records.TryCreateAsync(Bench.PersonOf(1, "Other"), Bench.Ending)).Failure);
        WriteAnswer replaced = await records.ReplaceAsync(Bench.PersonOf(1, "Other"), created.Tag, Bench.Ending);
        Assert.Equal(WriteChange.Replaced, replaced.Change);
        Assert.Equal(PartnerFailure.Stale, (await records.TryReplaceAsync(Bench.PersonOf(1, "Third"), created.Tag, Bench.Ending)).Failure);
        Assert.Equal(2, bench.Partner.EffectsOn(Bench.IdOf(1)));
    }

    [Fact]
    public async Task A_minimised_copy_is_not_sent()
    {
        using Bench bench = new();
        Person partial = Bench.PersonOf(1) with { View = new() { Partial = true, Policy = "p", PolicyVersion = "1" } };
        bench.Partner.Hold(partial);
        RecordAnswer<Person> seen = await bench.Session.Records.GetAsync<Person>(Bench.IdOf(1), Bench.Ending);
        Assert.True(seen.IsPartial);
        Assert.True(seen.Tag.IsAbsent);
        Assert.Throws<ArgumentException>(() => { _ = bench.Session.Records.TryReplaceAsync(seen.Record, seen.Tag, Bench.Ending); });
        Assert.Equal(PartnerFailure.PartialView, (await bench.Session.Records.TryReplaceAsync(seen.Record, RecordTag.Parse("\"1\""), Bench.Ending)).Failure);
        Person masked = Bench.PersonOf(1) with { Absent = default(ValueMap<AbsentReason>).With("/datesOfBirth", AbsentReason.Withheld) };
        Assert.Equal(PartnerFailure.PartialView, (await bench.Session.Records.TryCreateAsync(masked, Bench.Ending)).Failure);
        Assert.Single(bench.Partner.Requests);
    }

    [Fact]
    public async Task A_record_that_does_not_meet_the_model_is_refused_with_findings_before_it_is_sent()
    {
        using Bench bench = new();
        Person wrong = Bench.PersonOf(1) with { Controllers = default };
        PartnerResult<WriteAnswer> result = await bench.Session.Records.TryCreateAsync(wrong, Bench.Ending);
        Assert.Equal(PartnerFailure.Invalid, result.Failure);
        Assert.False(result.Problem!.Findings.IsEmpty);
        Assert.Equal(0, result.Problem.Attempts);
        Assert.Empty(bench.Partner.Requests);
        using Bench lax = new(options => options.Outgoing = ValidationPolicy.Report);
        Assert.Equal(result.Problem.Findings, (await lax.Session.Records.CreateAsync(wrong, Bench.Ending)).Findings);
    }

    [Fact]
    public async Task Status_changes_once_for_a_key()
    {
        using Bench bench = new();
        bench.Partner.Hold(Bench.PersonOf(1));
        IdempotencyKey key = IdempotencyKey.New();
        StatusChange change = StatusChange.Retract("entered twice");
        RecordCalls records = bench.Session.Records;
        Assert.Equal(WriteChange.Retracted, (await records.ChangeStatusAsync<Person>(Bench.IdOf(1), change, RecordTag.Any, key, Bench.Ending)).Change);
        Assert.Equal(WriteChange.Retracted, (await records.ChangeStatusAsync<Person>(Bench.IdOf(1), change, RecordTag.Any, key, Bench.Ending)).Change);
        Assert.Equal(1, bench.Partner.EffectsOn(Bench.IdOf(1)));
        PartnerResult<WriteAnswer> reused = await records.TryChangeStatusAsync<Person>(Bench.IdOf(1), StatusChange.Retract("another reason"), RecordTag.Any, key, Bench.Ending);
        Assert.Equal(PartnerFailure.Conflict, reused.Failure);
        Assert.Equal(WriteChange.Disposed, (await records.ChangeStatusOnceAsync<Person>(Bench.IdOf(1), StatusChange.Dispose("RRD-1", "retention review"), RecordTag.Any, Bench.Ending)).Change);
        Assert.Equal(PartnerFailure.NotAvailable, (await records.TryGetAsync<Person>(Bench.IdOf(1), Bench.Ending)).Failure);
    }

    [Fact]
    public async Task History_and_links_are_followed_page_by_page()
    {
        using Bench bench = new();
        RecordCalls records = bench.Session.Records;
        RecordTag tag = (await records.CreateAsync(Bench.PersonOf(1), Bench.Ending)).Tag;
        for (int i = 0; i < 3; i++) tag = (await records.ReplaceAsync(Bench.PersonOf(1, "Name" + (char)('a' + i)), tag, Bench.Ending)).Tag;
        List<int> versions = [];
        await foreach (RecordVersionEntry entry in records.GetHistoryAsync<Person>(Bench.IdOf(1), Bench.Ending)) versions.Add(entry.Number);
        Assert.Equal([4, 3, 2, 1], versions);
        Link link = Link.Between(Bench.PersonOf(1), LinkRole.Suspect, new Crime { Id = Bench.IdOf(2) });
        bench.Partner.Hold(link);
        List<Link> links = [];
        await foreach (Link found in records.GetLinksAsync<Person>(Bench.IdOf(1), cancellationToken: Bench.Ending)) links.Add(found);
        Assert.Equal(link.Id, Assert.Single(links).Id);
    }

    [Fact]
    public void Types_have_the_names_of_the_wire()
    {
        foreach (Type type in typeof(PoliceRecord).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(PoliceRecord)) && type != typeof(UnknownRecord)))
        {
            string wire = ((PoliceRecord)Activator.CreateInstance(type)!).Type;
            string ours = (string)typeof(RecordType).GetMethod(nameof(RecordType.Of))!.MakeGenericMethod(type).Invoke(null, null)!;
            Assert.Equal(wire, ours);
        }
    }
}
