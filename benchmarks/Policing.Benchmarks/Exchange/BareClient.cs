using System.Net.Http.Headers;
using System.Text.Json;
using Policing.Benchmarks.Records;
using Policing.DataModel;
using Policing.DataModel.Json;

namespace Policing.Benchmarks.Exchange;

/// <summary>What somebody writes who has our records and an <see cref="HttpClient"/>: the headers of the contract, and none of the rest.</summary>
internal sealed class BareClient(HttpClient http)
{
    private static readonly AuthenticationHeaderValue Token = new("Bearer", "t1.abcdefghijklmnopqrstuvwxyz");
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public async Task<Person> GetAsync(string address)
    {
        using HttpRequestMessage request = Request(HttpMethod.Get, address);
        using HttpResponseMessage response = await http.SendAsync(request).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        return PoliceJson.Read(await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false)).As<Person>();
    }

    public async Task<PlainPerson> GetPlainAsync(string address)
    {
        using HttpRequestMessage request = Request(HttpMethod.Get, address);
        using HttpResponseMessage response = await http.SendAsync(request).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        return JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false), PlainContext.Default.PlainPerson)!;
    }

    public async Task<int> PutAsync(string address, Person person)
    {
        using HttpRequestMessage request = Request(HttpMethod.Put, address);
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        request.Content = new ByteArrayContent(PoliceJson.Write(person)) { Headers = { ContentType = Json } };
        using HttpResponseMessage response = await http.SendAsync(request).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        using JsonDocument answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false));
        return answer.RootElement.GetProperty("record").GetString()!.Length + answer.RootElement.GetProperty("change").GetString()!.Length + answer.RootElement.GetProperty("version").GetInt32();
    }

    private static HttpRequestMessage Request(HttpMethod method, string address)
    {
        HttpRequestMessage request = new(method, new Uri(address));
        request.Headers.Authorization = Token;
        request.Headers.TryAddWithoutValidation("Accept", "application/json, application/problem+json");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
        request.Headers.TryAddWithoutValidation("Policing-Access", "purpose=investigation, basis=part-3-task, case=\"5226000417\"");
        request.Headers.TryAddWithoutValidation("Policing-Correlation", "0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d55");
        request.Headers.TryAddWithoutValidation("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        return request;
    }
}
