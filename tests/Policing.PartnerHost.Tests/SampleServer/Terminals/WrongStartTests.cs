using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Policing.Samples.Partner.Start;

namespace Policing.PartnerHost.Tests.SampleServer.Terminals;

/// <summary>samples/PartnerApi started in a way that it cannot: it ends, says what to do, and repeats nothing that it was given.</summary>
public sealed class WrongStartTests : IDisposable
{
    private const string Canary = "qzxcanary";

    private readonly string _folder = Directory.CreateTempSubdirectory("policing-start").FullName;

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("--audit is strict, the default, or buffered", "--audit", Canary)]
    [InlineData("--audit is strict, the default, or buffered", "--audit=")]
    [InlineData("--port is a number from 0 to 65535", "--port", "65536")]
    [InlineData("--port is a number from 0 to 65535", "--port", Canary)]
    [InlineData("--calls-per-minute is a number from 1", "--calls-per-minute", "0")]
    [InlineData("Argument 1 is no option", "--" + Canary, "strict")]
    [InlineData("Argument 1 is no option", Canary)]
    [InlineData("The last option has no value", "--audit")]
    public void A_wrong_argument_is_said_with_the_options_there_are(string says, params string[] arguments)
    {
        StartException wrong = Assert.Throws<StartException>(() => SampleHost.Build(arguments));
        Assert.Equal(StartFaults.WrongArguments, StartFaults.CodeOf(wrong));
        string words = StartFaults.WordsOf(wrong)!;
        foreach (string said in new[] { says, "--calls-per-minute NUMBER" }) Assert.Contains(said, words, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_argument_ends_with_2() => Assert.Contains("--audit is strict", await EndsAsync(2, "--audit", Canary), StringComparison.Ordinal);

    [Fact]
    public async Task What_is_wrong_in_the_folder_is_said()
    {
        string file = Path.Combine(_folder, Canary);
        await File.WriteAllTextAsync(file, "", Ending);
        Assert.Contains("give another with --data", await WordsAsync("--data", file), StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(_folder, "cursor.key"), Canary, Ending);
        Assert.Contains("begin with an empty data folder", await WordsAsync("--data", _folder), StringComparison.Ordinal);
        File.Delete(Path.Combine(_folder, "cursor.key"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "keys", "server.pem"), Canary, Ending);
        Assert.Contains("delete it, and the next start makes another", await WordsAsync("--data", _folder, "--tls"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_ends_with_1()
    {
        using Socket taken = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        taken.Listen();
        string port = ((IPEndPoint)taken.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture);
        Assert.Contains("The port is taken: give another with --port", await EndsAsync(1, "--data", _folder, "--port", port), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_there_ends_with_1()
    {
        Assert.Contains("is no connection string", await WordsAsync("--data", _folder, "--ConnectionStrings:Partner", "none " + Canary), StringComparison.Ordinal);
        string nobody = $"Host=127.0.0.1;Port=9;Timeout=3;Password={Canary}";
        Assert.Contains("ConnectionStrings:Partner", await EndsAsync(1, "--data", _folder, "--port", "0", "--ConnectionStrings:Partner", nobody), StringComparison.Ordinal);
    }

    // Within this process, which is quicker.
    private static async Task<string> WordsAsync(params string[] arguments)
    {
        Exception fault = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using WebApplication app = SampleHost.Build([.. arguments, "--port", "0"]);
            await SampleHost.StartAsync(app, TextWriter.Null, Ending);
        });
        Assert.Equal(StartFaults.Failed, StartFaults.CodeOf(fault));
        string words = StartFaults.WordsOf(fault)!;
        Assert.DoesNotContain(Canary, words, StringComparison.Ordinal);
        return words;
    }

    private static async Task<string> EndsAsync(int code, params string[] arguments)
    {
        using Terminal server = Terminal.Sample("PartnerApi", arguments);
        Assert.True(await server.EndAsync(Ending) == code, server.Said);
        Assert.DoesNotContain("   at ", server.Said, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, server.Said, StringComparison.OrdinalIgnoreCase);
        return server.Said;
    }
}
