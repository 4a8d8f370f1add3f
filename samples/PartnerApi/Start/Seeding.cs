using System.Net;
using System.Net.Http.Headers;
using Policing.DataModel;
using Policing.DataModel.Json;
using Policing.Samples.Partner.Identity;

namespace Policing.Samples.Partner.Start;

/// <summary>Puts the sample's records in through the API, as its first client. What is there already stays.</summary>
internal static class Seeding
{
    /// <summary>The records, and a person to begin with.</summary>
    public static async Task<Guid> RunAsync(ClientConnection connection, Agency agency, CancellationToken cancellationToken)
    {
        AuthenticationHeaderValue authorization = new("Bearer", await connection.TokenAsync("records.write", cancellationToken));
        Guid? example = null;
        foreach (PoliceRecord record in SampleData.Records(agency))
        {
            if (record is Person) example ??= record.Id.Uuid;
            using HttpRequestMessage request = new(HttpMethod.Put, $"/v1/records/{record.Type}/{record.Id.Uuid:D}") { Content = new ByteArrayContent(PoliceJson.Write(record)) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Authorization = authorization;
            request.Headers.TryAddWithoutValidation("Policing-Access", "purpose=system-testing");
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);
            using HttpResponseMessage response = await connection.Http.SendAsync(request, cancellationToken);
            // Somebody may have changed it since the first start.
            if (!response.IsSuccessStatusCode && response.StatusCode != HttpStatusCode.PreconditionFailed)
                throw new InvalidOperationException($"A sample record was refused: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(cancellationToken)}");
        }
        return example ?? throw new InvalidOperationException("There are no sample records.");
    }
}
