using System.Net;
using System.Security.Cryptography;
using System.Text;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using static Policing.PartnerHost.Tests.PartnerTestHost;

namespace Policing.PartnerHost.Tests;

/// <summary>Bundles: taken in whole or not at all, once, with a receipt.</summary>
public sealed class BundleTests
{
    private static Bundle Of(params PoliceRecord[] records) => new()
    {
        Id = RecordId.New(),
        Kind = BundleKind.Submission,
        OperationalStatus = OperationalStatus.Test,
        SentAt = RecordedTime.Parse("2026-11-01T08:00:00Z"),
        Sender = Force("essex"),
        Recipients = [Force("kent")],
        Controllers = [Force("essex")],
        Sharing = new Sharing { Agreement = "ISA-1", Purpose = ProcessingPurpose.Investigation },
        Records = ValueList.From(records),
    };

    private static Task<Answer> SendAsync(PartnerTestHost host, Bundle bundle, string claims = Essex, params (string Name, string Value)[] headers) =>
        host.SendAsync(HttpMethod.Post, "/v1/bundles", PoliceJson.Write(bundle), claims, Access, headers);

    [Fact]
    public async Task A_bundle_is_taken_in_once_and_its_receipt_is_for_its_sender()
    {
        await using PartnerTestHost host = await StartAsync();
        Person person = Samples.Person(force: "essex");
        Crime crime = new() { Id = RecordId.New(), Controllers = [Force("essex")] };
        Bundle bundle = Of(person, crime, Link.Between(person, LinkRole.Victim, crime));
        int before = host.Log.Entries.Count;
        Answer accepted = await SendAsync(host, bundle);
        Assert.True(accepted.Status == HttpStatusCode.Accepted, accepted.Text);
        Assert.Equal(before + 1, host.Log.Entries.Count);
        Assert.Equal(4, host.Log.Entries[^1].Records.Count);
        Receipt receipt = Assert.IsType<Receipt>(accepted.Record);
        Assert.Equal((ReceiptStatus.Accepted, bundle.Id), (receipt.State, receipt.Bundle));
        Assert.True(new DataModel.Validation.PolicingValidator().Validate(accepted.Body).IsValid);
        Assert.Contains($"/v1/bundles/{bundle.Id.Uuid:D}/receipt", accepted.Headers, StringComparison.Ordinal);

        Answer again = await SendAsync(host, bundle);
        Assert.Equal(accepted.Text, again.Text);
        Assert.Equal("bundle-conflict", (await SendAsync(host, bundle with { Records = [Samples.Person(force: "essex")] })).Code);
        Assert.Equal(accepted.Text, (await host.GetAsync($"/v1/bundles/{bundle.Id.Uuid:D}/receipt", Essex)).Text);
        Assert.Equal("not-available", (await host.GetAsync($"/v1/bundles/{bundle.Id.Uuid:D}/receipt", Kent)).Code);
        Assert.Equal(3, (await host.GetAsync("/v1/changes", Essex)).Json.GetProperty("events").GetArrayLength());
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync(PathOf(person), Essex)).Status);
    }

    [Fact]
    public async Task One_record_that_is_not_the_senders_to_replace_keeps_out_all()
    {
        await using PartnerTestHost host = await StartAsync();
        Person kents = Samples.Person();
        await host.HaveAsync(kents);
        Person fresh = Samples.Person(force: "essex");
        Bundle bundle = Of(fresh, kents with { Sex = Sex.Male });
        Answer rejected = await SendAsync(host, bundle);
        Receipt receipt = Assert.IsType<Receipt>(rejected.Record);
        Assert.Equal(ReceiptStatus.Rejected, receipt.State);
        Assert.Equal(kents.Id, Assert.Single(receipt.Records).Record);
        Assert.Null(await host.Store.FindAsync("south", fresh.Id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_later_version_of_the_senders_own_record_replaces_it_and_an_earlier_does_not()
    {
        await using PartnerTestHost host = await StartAsync();
        Person person = Samples.Person(force: "essex");
        await SendAsync(host, Of(person));
        Assert.Equal(ReceiptStatus.Rejected, ((Receipt)(await SendAsync(host, Of(person with { Sex = Sex.Male }))).Record).State);
        Assert.Equal(ReceiptStatus.Accepted, ((Receipt)(await SendAsync(host, Of(person with { Sex = Sex.Male, Version = person.Version! with { Number = 2 } }))).Record).State);
        Assert.Equal(2, (await host.Store.FindAsync("south", person.Id, TestContext.Current.CancellationToken))!.Revision);
    }

    [Fact]
    public async Task What_is_not_for_this_host_or_not_from_who_sends_it_is_refused()
    {
        await using PartnerTestHost host = await StartAsync();
        Bundle bundle = Of(Samples.Person(force: "essex"));
        await RefusedAsync(bundle with { OperationalStatus = OperationalStatus.Actual }, "invalid-record", "/operationalStatus");
        await RefusedAsync(bundle with { Recipients = [Force("sussex")] }, "invalid-record", "/recipients");
        await RefusedAsync(bundle with { Kind = BundleKind.Collection }, "invalid-record", "/kind");
        await RefusedAsync(bundle with { Sender = Force("sussex") }, "not-permitted", "/sender");
        byte[] digest = SHA256.HashData(Encoding.UTF8.GetBytes("another"));
        Assert.Equal("malformed-request", (await SendAsync(host, bundle, Essex, ("Content-Digest", $"sha-256=:{Convert.ToBase64String(digest)}:"))).Code);
        digest = SHA256.HashData(PoliceJson.Write(bundle));
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(host, bundle, Essex, ("Content-Digest", $"sha-256=:{Convert.ToBase64String(digest)}:"))).Status);

        async Task RefusedAsync(Bundle refused, string code, string pointer)
        {
            Answer answer = await SendAsync(host, refused with { Id = RecordId.New() });
            Assert.Equal(code, answer.Code);
            Assert.Contains(answer.Json.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("pointer").GetString() == pointer);
        }
    }
}
