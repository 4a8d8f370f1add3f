using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Policing.DataModel;
using Policing.DataModel.Json;
using Policing.Samples.Partner.Identity;

namespace Policing.Samples.Partner.Start;

/// <summary>Puts the sample's records in through the API, as its first client. What is there already stays.</summary>
internal static class Seeding
{
    /// <summary>The records, and a person to begin with.</summary>
    public static async Task<Guid> RunAsync(Uri address, TestClient client, Agency agency, CancellationToken cancellationToken)
    {
        using HttpClient http = new() { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(http, client, cancellationToken));
        http.DefaultRequestHeaders.TryAddWithoutValidation("Policing-Access", "purpose=system-testing");
        Guid? example = null;
        foreach (PoliceRecord record in SampleData.Records(agency))
        {
            if (record is Person) example ??= record.Id.Uuid;
            using HttpRequestMessage request = new(HttpMethod.Put, $"/v1/records/{record.Type}/{record.Id.Uuid:D}") { Content = new ByteArrayContent(PoliceJson.Write(record)) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);
            using HttpResponseMessage response = await http.SendAsync(request, cancellationToken);
            // Somebody may have changed it since the first start.
            if (!response.IsSuccessStatusCode && response.StatusCode != HttpStatusCode.PreconditionFailed)
                throw new InvalidOperationException($"A sample record was refused: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(cancellationToken)}");
        }
        return example ?? throw new InvalidOperationException("There are no sample records.");
    }

    private static async Task<string> TokenAsync(HttpClient http, TestClient client, CancellationToken cancellationToken)
    {
        using FormUrlEncodedContent form = new([new("grant_type", "client_credentials"), new("client_id", client.Id), new("client_secret", client.Secret), new("scope", "records.write")]);
        using HttpResponseMessage response = await http.PostAsync(new Uri("/token", UriKind.Relative), form, cancellationToken);
        using JsonDocument answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        return answer.RootElement.TryGetProperty("access_token", out JsonElement token) ? token.GetString()! : throw new InvalidOperationException("The issuer gave no token.");
    }
}
