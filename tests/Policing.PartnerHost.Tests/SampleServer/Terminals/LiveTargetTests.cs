using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Policing.Conformance.Running;
using Policing.Conformance.Servers;

namespace Policing.PartnerHost.Tests.SampleServer.Terminals;

/// <summary>A server that is started as a live one is refused by the conformance kit, over HTTP and with a token that may write.</summary>
public sealed class LiveTargetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("policing-live").FullName;

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_is_refused_and_nothing_is_written_to_it()
    {
        using Terminal server = Terminal.Sample("PartnerApi", "--data", _folder, "--port", "0", "--test-tokens", "--live");
        await server.HearAsync("Ctrl+C stops it.", Ending);
        Uri address = new(server.Said.Split("The partner API is at ")[1].Split("/v1")[0]);
        string token = await File.ReadAllTextAsync(Path.Combine(_folder, "test-tokens", "all-scopes"), Ending), journal = Path.Combine(_folder, "run.journal");
        ServerTargetOptions target = new() { BaseAddress = address, IsMine = true, Token = token, JournalPath = journal, AnswerTime = TimeSpan.FromMinutes(1) };
        await Assert.ThrowsAsync<TargetRefusedException>(() => new ConformanceRunner().RunAsync(target, cancellationToken: Ending));
        Assert.False(File.Exists(journal));

        using HttpClient client = new() { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Policing-Access", ServerTargetOptions.UsualAccess);
        JsonElement changes = JsonElement.Parse(await client.GetStringAsync(new Uri("/v1/changes", UriKind.Relative), Ending));
        Assert.Equal("0", changes.GetProperty("events").GetArrayLength().ToString(CultureInfo.InvariantCulture));
    }
}
