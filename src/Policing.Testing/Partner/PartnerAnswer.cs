using System.Globalization;
using System.Text;

namespace Policing.Testing;

/// <summary>What a scripted partner answers, before faults.</summary>
internal sealed record PartnerAnswer(int Status, byte[] Body)
{
    private const string Problems = "https://schemas.policing-sdk.example/problems/";

    public string MediaType { get; init; } = "application/json";

    public string? Tag { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public bool RetryAsDate { get; init; }

    public string? Location { get; init; }

    public static PartnerAnswer Ok(string json) => new(200, Encoding.UTF8.GetBytes(json));

    public static PartnerAnswer Problem(int status, string code) =>
        new(status, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"type":"{{Problems}}{{code}}","title":"{{code}}","status":{{status}},"code":"{{code}}","auditEntry":"{{Guid.NewGuid()}}"}""")))
        {
            MediaType = "application/problem+json",
        };
}
