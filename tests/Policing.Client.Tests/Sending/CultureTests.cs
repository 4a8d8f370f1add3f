using System.Globalization;
using Policing.DataModel;
using Policing.Testing;

namespace Policing.Client.Tests.Sending;

/// <summary>What is sent and said is the same in every culture.</summary>
public class CultureTests
{
    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public async Task The_culture_of_the_program_does_not_count(string name)
    {
        string expected = await SeenAsync();
        CultureInfo before = CultureInfo.CurrentCulture;
        // By its numbers too, where the machine has no data of cultures.
        CultureInfo culture = new(name, useUserOverride: false) { NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "−" } };
        CultureInfo.CurrentCulture = culture;
        try
        {
            Assert.Equal(expected, await SeenAsync());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static async Task<string> SeenAsync()
    {
        using Bench bench = new();
        bench.Partner.Hold(Bench.PersonOf(1)).Then(PartnerFault.LimitedUntil(TimeSpan.FromSeconds(2)));
        PartnerSession session = bench.Client.For(Bench.Context(caseReference: "CASE I/ı".Replace("ı", "i", StringComparison.Ordinal)) with { Correlation = Guid.Parse("0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d55") });
        await bench.RunAsync(session.Records.GetAsync<Person>(Bench.IdOf(1), Bench.Ending));
        string query = System.Text.Encoding.UTF8.GetString(RequestJson.Write(new LocationSearch(SearchPlace.Near(51.4545m, -2.5879m, 1500)), static (json, of) => of.WriteMatch(json)));
        string vehicle = System.Text.Encoding.UTF8.GetString(RequestJson.Write(new VehicleSearch { Mark = "id1 iii" }, static (json, of) => of.WriteMatch(json)));
        PartnerProblem? problem = (await session.Records.TryGetAsync<Person>(Bench.IdOf(2), Bench.Ending)).Problem;
        PartnerRequestSeen last = bench.Partner.Requests[0];
        string stable = string.Join('\n', last.Headers.Split('\n').Where(static line => !line.StartsWith("traceparent", StringComparison.Ordinal) && !line.StartsWith("Authorization", StringComparison.Ordinal)));
        return string.Join('\n', last.Address, stable, query, vehicle, problem! with { AuditEntry = default }, StatusChange.Merge(Bench.IdOf(3), "the same").Write().Length.ToString(CultureInfo.InvariantCulture));
    }
}
