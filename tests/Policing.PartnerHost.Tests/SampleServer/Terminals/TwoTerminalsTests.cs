using Microsoft.Extensions.Configuration;
using Policing.Samples.Force;
using Policing.Samples.Partner.Identity;
using Policing.Samples.Partner.Start;

namespace Policing.PartnerHost.Tests.SampleServer.Terminals;

/// <summary>samples/PartnerApi in one terminal and samples/ForceIntegration in another, as a new user starts them, and what the first prints, run as printed.</summary>
public sealed class TwoTerminalsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("policing-terminals").FullName;

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_walk_ends_well_and_what_is_printed_runs_as_printed()
    {
        using Terminal server = await StartAsync();
        (string address, string keys) = Printed(server.Said);
        using (Terminal walk = Terminal.Sample("ForceIntegration", "--server", address, "--keys", keys))
        {
            Assert.True(await walk.EndAsync(Ending) == 0, walk.Said);
            foreach (string step in new[] { "Signed in", "Searched", "Updated", "Conflict", "Resolved", "Submitted", "Followed", "Refused    without a purpose", "Refused    for a wrong purpose", "All of it ended as it should." })
                Assert.Contains(step, walk.Said, StringComparison.Ordinal);
        }
        Assert.Equal("A person, minimised.\n", await PastedProgram.RunAsync(PrintedCode(server.Said)));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(keys, "kent-rms.pem")));
    }

    [Fact]
    public void Both_look_for_the_keys_in_one_place_unless_told()
    {
        SampleOptions server = SampleOptions.Read([], new ConfigurationBuilder().Build());
        Assert.True(Arguments.TryRead([], out Arguments? walk));
        Assert.Equal((server.KeysFolder, $"http://127.0.0.1:{server.Port}/"), (walk.Keys, walk.Server.AbsoluteUri));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_lines_for_curl_run_as_printed(bool isMutualTls)
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows() && await HasCurlAsync(), "There is no curl or no sh here.");
        using Terminal server = await StartAsync(isMutualTls ? ["--tls"] : []);
        string[] lines = [.. server.Said.Split('\n').Select(line => line.Trim())];
        string token = lines.Single(line => line.StartsWith("TOKEN=", StringComparison.Ordinal));
        string[] curls = [.. lines.Where(line => line.StartsWith("curl ", StringComparison.Ordinal))];
        Assert.Equal(3, curls.Length);
        using Terminal read = Terminal.Shell($"{token}\n{curls[0]}\n");
        Assert.Equal(0, await read.EndAsync(Ending));
        Assert.Contains("\"type\":\"person\"", read.Said, StringComparison.Ordinal);
        using Terminal refused = Terminal.Shell($"{token}\n{curls[1]}\n");
        Assert.Equal(0, await refused.EndAsync(Ending));
        Assert.Contains("\"purpose-required\"", refused.Said, StringComparison.Ordinal);
        // The stream stays open; that it was accepted is in its headers.
        using Terminal followed = Terminal.Shell($"{token}\n{curls[2]} -i\n");
        await followed.HearAsync("text/event-stream", Ending);
        if (isMutualTls) await WalkUnderTlsAsync(server);
    }

    [Fact]
    public async Task A_server_that_is_not_there_and_keys_that_are_not_there_are_said_so()
    {
        using (Terminal walk = Terminal.Sample("ForceIntegration", "--keys", Path.Combine(_folder, "nowhere")))
        {
            Assert.Equal(1, await walk.EndAsync(Ending));
            Assert.Contains("makes the keys at its first start", walk.Said, StringComparison.Ordinal);
        }
        using ClientKeys keys = new(Path.Combine(_folder, "keys"));
        foreach (string client in new[] { "kent-rms", "essex-rms" }) keys.Of(client);
        using (Terminal walk = Terminal.Sample("ForceIntegration", "--keys", keys.Folder, "--server", "http://127.0.0.1:9"))
        {
            Assert.Equal(1, await walk.EndAsync(Ending));
            Assert.Contains("Start it in another terminal", walk.Said, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", walk.Said, StringComparison.Ordinal);
        }
        using (Terminal walk = Terminal.Sample("ForceIntegration", "--nonsense")) Assert.Equal(2, await walk.EndAsync(Ending));
    }

    private async Task<Terminal> StartAsync(params string[] options)
    {
        Terminal server = Terminal.Sample("PartnerApi", ["--data", _folder, "--port", "0", .. options]);
        await server.HearAsync("Ctrl+C stops it.", Ending);
        return server;
    }

    private static async Task WalkUnderTlsAsync(Terminal server)
    {
        (string address, string keys) = Printed(server.Said);
        using Terminal walk = Terminal.Sample("ForceIntegration", "--server", address, "--keys", keys);
        Assert.True(await walk.EndAsync(Ending) == 0, walk.Said);
    }

    private static async Task<bool> HasCurlAsync()
    {
        using Terminal shell = Terminal.Shell("command -v curl");
        return await shell.EndAsync(Ending) == 0;
    }

    private static (string Address, string Keys) Printed(string said)
    {
        string command = said.Split('\n').Single(line => line.Contains("samples/ForceIntegration -- ", StringComparison.Ordinal));
        return (After(command, "--server "), After(command, "--keys ").Trim('\''));
    }

    private static string After(string line, string option)
    {
        int begin = line.IndexOf(option, StringComparison.Ordinal) + option.Length;
        return line[begin..].Split(' ')[0].Trim();
    }

    private static string PrintedCode(string said)
    {
        int begin = said.IndexOf("using System.Security.Cryptography;", StringComparison.Ordinal);
        return said[begin..said.IndexOf("Clients prove themselves", begin, StringComparison.Ordinal)];
    }
}
