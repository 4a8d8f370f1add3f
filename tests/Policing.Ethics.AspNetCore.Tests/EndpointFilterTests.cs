using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Policing.DataModel;
using Policing.DataModel.Codes;
using static Policing.Ethics.AspNetCore.Tests.Rules;

namespace Policing.Ethics.AspNetCore.Tests;

/// <summary>The endpoint filters, and the six invariants of enforcement at them.</summary>
public sealed class EndpointFilterTests
{
    private int _ran;

    private void Map(WebApplication app)
    {
        app.MapGet("/vehicles", () => Interlocked.Increment(ref _ran)).RequireAccess(AccessOperation.Consultation, "vehicle");
        app.MapGet("/purpose", (HttpContext http) => $"{http.GetAccessContext()!.Purpose} {http.GetAccessContext()!.Actor.Person} {http.GetAccessReference()}").RequirePurpose();
        app.MapGet("/vehicles/{which}", (string which) => which switch
        {
            "open" => s_open,
            "secret" => s_open with { Marking = new() { Tier = SecurityTier.Secret } },
            _ => null,
        }).ReleaseRecord(AccessOperation.Consultation, "vehicle");
    }

    private static readonly Vehicle s_open = new() { Id = RecordId.New() };

    private static string Code(TestHost.Answer answer)
    {
        Assert.Equal("application/problem+json", answer.ContentType);
        Assert.Contains("no-store", answer.Headers, StringComparison.Ordinal);
        return JsonDocument.Parse(answer.Body).RootElement.GetProperty("code").GetString()!;
    }

    private static AuditEntryId Entry(TestHost.Answer answer) => new(JsonDocument.Parse(answer.Body).RootElement.GetProperty("auditEntry").GetString());

    [Fact]
    public async Task I1_only_a_permit_lets_the_endpoint_run()
    {
        await using TestHost permits = await TestHost.StartAsync(Set(Permit("p")), Map);
        Assert.Equal(HttpStatusCode.OK, (await permits.GetAsync("/vehicles")).Status);
        Assert.Equal(1, _ran);

        await using TestHost nothing = await TestHost.StartAsync(Set(), Map);
        TestHost.Answer refused = await nothing.GetAsync("/vehicles");
        Assert.Equal((HttpStatusCode.Forbidden, "not-permitted", 1), (refused.Status, Code(refused), _ran));
        Assert.Equal(DecisionCause.NothingPermits, nothing.Log.Find(Entry(refused))!.Decision!.Cause);
    }

    [Fact]
    public async Task I2_an_obligation_that_nobody_carries_out_denies_before_the_endpoint_runs()
    {
        PolicyRule leaveOut = Permit("o") with { Effect = RuleEffect.Oblige, Obligations = [new LeaveOut { Classes = RecordClasses.Personal }] };
        await using TestHost host = await TestHost.StartAsync(Set(Permit("p"), leaveOut), Map);
        TestHost.Answer refused = await host.GetAsync("/vehicles");
        Assert.Equal((HttpStatusCode.Forbidden, 0), (refused.Status, _ran));
        Assert.Equal(DecisionCause.ObligationWithoutHandler, host.Log.Find(Entry(refused))!.Decision!.Cause);
    }

    [Fact]
    public async Task I3_a_handler_that_fails_denies()
    {
        PolicyRule keep = Permit("o") with { Effect = RuleEffect.Oblige, Obligations = [new LogReason()] };
        await using TestHost host = await TestHost.StartAsync(Set(Permit("p"), keep), Map);
        TestHost.Answer refused = await host.GetAsync("/vehicles");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unavailable", 0), (refused.Status, Code(refused), _ran));

        await using TestHost completes = await TestHost.StartAsync(
            Set(Permit("p"), keep), Map, http: options => options.Complete = (_, context) => ValueTask.FromResult(context with { Justification = "From the form" }));
        Assert.Equal(HttpStatusCode.OK, (await completes.GetAsync("/vehicles")).Status);
    }

    [Theory]
    [InlineData(DecisionTransport.Plain, HttpStatusCode.InternalServerError)]
    [InlineData(DecisionTransport.Encrypted, HttpStatusCode.ServiceUnavailable)]
    public async Task I4_and_I5_a_decision_point_in_the_clear_or_out_of_reach_lets_nothing_run(DecisionTransport transport, HttpStatusCode status)
    {
        try
        {
            await using TestHost host = await TestHost.StartAsync(Set(Permit("p")), Map, services => services.AddSingleton<IPolicyDecisionPoint>(new Unreachable(transport)));
            Assert.Equal(status, (await host.GetAsync("/vehicles")).Status);
        }
        catch (InvalidOperationException) when (transport is DecisionTransport.Plain)
        {
            // The host did not start.
        }
        Assert.Equal(0, _ran);
    }

    [Fact]
    public async Task I6_an_answer_tells_a_code_and_an_entry_and_nothing_of_the_rules()
    {
        await using TestHost host = await TestHost.StartAsync(Set(Permit("sample-permit", new() { Purposes = ["vetting"] })), Map);
        TestHost.Answer refused = await host.GetAsync("/vehicles");
        Assert.DoesNotContain("sample", refused.Body, StringComparison.Ordinal);
        Assert.Equal(["auditEntry", "code", "status", "title", "type"], JsonDocument.Parse(refused.Body).RootElement.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
        Assert.Contains(host.Lines, line => line.Contains("nearest: sample-permit needs purpose vetting", StringComparison.Ordinal) && line.Contains(Entry(refused).Value!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refused_and_not_there_are_answered_the_same_but_for_the_entry()
    {
        PolicyRule noSecrets = Permit("f") with { Effect = RuleEffect.Forbid, Target = new() { Markings = [MarkingLevel.Secret] } };
        await using TestHost host = await TestHost.StartAsync(Set(Permit("p"), noSecrets), Map);
        TestHost.Answer open = await host.GetAsync("/vehicles/open");
        TestHost.Answer refused = await host.GetAsync("/vehicles/secret");
        TestHost.Answer absent = await host.GetAsync("/vehicles/none");

        Assert.Equal((HttpStatusCode.OK, "application/json"), (open.Status, open.ContentType));
        Assert.Equal(s_open, DataModel.Json.PoliceJson.Read(System.Text.Encoding.UTF8.GetBytes(open.Body)).Record);
        Assert.Equal((HttpStatusCode.NotFound, "not-available"), (refused.Status, Code(refused)));
        Assert.Equal(refused.Body.Replace(Entry(refused).Value!, "", StringComparison.Ordinal), absent.Body.Replace(Entry(absent).Value!, "", StringComparison.Ordinal));
        Assert.Equal((refused.Status, refused.ContentType, refused.Headers), (absent.Status, absent.ContentType, absent.Headers));
        Assert.NotEqual(Entry(refused), Entry(absent));
    }

    [Theory]
    [InlineData(null, TestHost.Purpose)]
    [InlineData("sub=u-1;client_id=c", TestHost.Purpose)]
    [InlineData("sub=u-1;agency=kent", TestHost.Purpose)]
    [InlineData("sub=u-1;client_id=c;agency=kent;agency=essex", TestHost.Purpose)]
    [InlineData(TestHost.Officer, null)]
    [InlineData(TestHost.Officer, "basis=part-3-task")]
    [InlineData(TestHost.Officer, "purpose=investigation, person=u-1")]
    [InlineData(TestHost.Officer, "purpose=investigation, purpose=vetting")]
    [InlineData(TestHost.Officer, "purpose=investigation,")]
    [InlineData(TestHost.Officer, "purpose=")]
    [InlineData(TestHost.Officer, "purpose=\"a\\\"b\"")]
    [InlineData(TestHost.Officer, "purpose=investigation case=1")]
    public async Task Without_a_validated_actor_and_a_well_formed_purpose_nothing_runs(string? claims, string? purpose)
    {
        await using TestHost host = await TestHost.StartAsync(Set(Permit("p")), Map);
        TestHost.Answer refused = await host.GetAsync("/vehicles", claims, purpose);
        Assert.Equal((HttpStatusCode.Forbidden, "purpose-required", 0), (refused.Status, Code(refused), _ran));
        Assert.Equal(AccessOutcome.Denied, host.Log.Find(Entry(refused))!.Decision!.Outcome);
        Assert.Equal("purpose-required", Code(await host.GetAsync("/purpose", claims, purpose)));
    }

    [Fact]
    public async Task A_header_that_is_too_long_or_sent_twice_counts_for_nothing()
    {
        await using TestHost host = await TestHost.StartAsync(Set(Permit("p")), Map);
        Assert.Equal("purpose-required", Code(await host.GetAsync("/vehicles", purpose: $"purpose=investigation, case=\"{new string('1', 500)}\"")));
        Assert.Equal("purpose-required", Code(await host.GetAsync("/vehicles", headers: [("Policing-Access", "purpose=vetting")])));
        Assert.Equal(0, _ran);
    }

    [Fact]
    public async Task The_context_is_made_of_token_and_header_and_completing_it_changes_nobody()
    {
        await using TestHost host = await TestHost.StartAsync(
            Set(Permit("p")), Map,
            http: options => options.Complete = (_, context) => ValueTask.FromResult(context with { Justification = "From the form", Actor = context.Actor with { Person = "somebody-else" } }));
        Assert.Equal("investigation u-1001 r-7", (await host.GetAsync("/purpose", purpose: "purpose=investigation, ref=r-7")).Body);
        await host.GetAsync("/vehicles", purpose: "purpose=investigation, basis=part-3-task, condition=1, document=APD-7, reason=R1, case=\"46/1 31\"");
        AccessContext context = host.Log.Entries[^1].Context!;
        Assert.Equal(("u-1001", "crime-desk", "kent"), (context.Actor.Person, context.Actor.System, context.Actor.Agency.Id));
        Assert.Equal(["investigator"], context.Actor.Roles);
        Assert.Equal((LawfulBasis.Part3Task, Schedule8Condition.StatutoryPurposes, "APD-7", "R1", "46/1 31"), (context.Basis, context.Sensitive!.Condition, context.Sensitive.PolicyDocument, context.ReasonCode, context.CaseReference));
    }

    [Fact]
    public async Task Two_lines_with_the_baseline_and_a_refusal_is_explained()
    {
        await using TestHost host = await TestHost.StartAsync(null, Map);
        TestHost.Answer refused = await host.GetAsync("/vehicles");
        Assert.Equal(["BL-F01"], host.Log.Find(Entry(refused))!.Decision!.Rules);
        Assert.Contains(host.Lines, line => line.Contains("Denied: a rule forbids it; rules BL-F01", StringComparison.Ordinal));
    }

    private sealed class Unreachable(DecisionTransport transport) : IPolicyDecisionPoint
    {
        public DecisionTransport Transport => transport;

        public ValueTask<AccessDecision> DecideAsync(AccessRequest request, CancellationToken cancellationToken = default) => throw new HttpRequestException("out of reach");
    }
}
