using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Policing.DataModel;
using Policing.DataModel.Codes;
using static Policing.Ethics.AspNetCore.Tests.Rules;

namespace Policing.Ethics.AspNetCore.Tests;

/// <summary>Marked values in claims, header, route and record; none may be in what a refused caller gets, nor in our log.</summary>
public sealed class RequestCanaryTests
{
    private const string Canary = "QZX-CANARY";

    private static readonly Vehicle s_record = new() { Id = RecordId.New(), Colours = [VehicleColour.Of(Canary)], Marking = new() { Tier = SecurityTier.Of(Canary), Handling = [Canary] } };

    [Fact]
    public async Task No_value_is_in_refusals_or_logs()
    {
        PolicySet faulty = Set(Permit("p"), Permit("e", null, RuleCondition.Of(RequestAttribute.Recipient, ConditionOperator.In, "kent")));
        PolicySet closed = Set(Permit("p", new() { Purposes = ["vetting"] }));
        string[] claims = [$"sub={Canary};client_id={Canary};agency={Canary};roles={Canary}", $"sub={Canary};client_id={Canary}", TestHost.Officer];
        string[] headers = [$"purpose={Canary}, basis={Canary}, case=\"{Canary}\", reason={Canary}, ref={Canary}", $"{Canary}=1", $"purpose=investigation, case=\"{Canary}\"", $"purpose=\"{Canary}"];
        int refused = 0;
        foreach (PolicySet? set in new[] { null, faulty, closed })
        {
            await using TestHost host = await TestHost.StartAsync(
                set,
                app =>
                {
                    app.MapGet("/access/{id}", (string id) => id).RequireAccess(AccessOperation.Consultation, "vehicle");
                    app.MapGet("/release/{id}", (string id) => id.Length > 0 ? s_record : null).ReleaseRecord(AccessOperation.Consultation, "vehicle");
                });
            foreach (string path in new[] { "/access/", "/release/" })
            {
                foreach ((string claim, string header) in claims.SelectMany(_ => headers, (claim, header) => (claim, header)))
                {
                    TestHost.Answer answer = await host.GetAsync(path + Canary, claim, header);
                    Assert.NotEqual(StatusCodes.Status200OK, (int)answer.Status);
                    Assert.DoesNotContain(Canary, answer.Body + answer.Headers, StringComparison.Ordinal);
                    refused++;
                }
            }
            Assert.NotEmpty(host.Lines);
            Assert.DoesNotContain(host.Lines, line => line.Contains(Canary, StringComparison.Ordinal));
        }
        Assert.Equal(72, refused);
    }
}
