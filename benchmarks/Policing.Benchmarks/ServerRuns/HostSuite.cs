using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Policing.Benchmarks.Quick;

namespace Policing.Benchmarks.ServerRuns;

/// <summary>Reads of one record a second from samples/PartnerApi on SQLite, with policy, minimisation and an entry for each, by wrk on loopback, which has the same processors.</summary>
internal static partial class HostSuite
{
    private const int Connections = 16;
    private const int Seconds = 10;
    // What is measured is a server that has been running for a while: the runtime compiles what is hot again, which takes it half a minute on two slow cores.
    private const int WarmSeconds = 38;
    private const int BareWarmSeconds = 8;
    private const int AloneSeconds = 5;
    private const double LeastBuffered = 2_000;
    private const double LeastStrict = 800;
    private const double MostMilliseconds = 25;
    private const string Json = "Accept: application/json";
    private const string Access = "Policing-Access: purpose=investigation, basis=part-3-task, case=\"46/1234/31\"";

    public static void Prepare()
    {
        SampleServer.Prepare();
        BareServer.Prepare();
    }

    public static void Measure(FigureSheet sheet)
    {
        if (!SampleServer.IsPrepared || !BareServer.IsPrepared)
        {
            sheet.Fail("host.read.buffered", "dotnet publish failed; it says why above");
            return;
        }

        Load bare = Hello();
        if (bare.Trouble is { } why)
        {
            sheet.Fail("host.read.buffered", why);
            return;
        }

        sheet.Say(string.Create(CultureInfo.InvariantCulture, $"bare Kestrel with {Connections} connections: {bare.Rate:0} a second, p99 {bare.Slowest:0.0} ms"));
        foreach ((string mode, double least) in new[] { ("buffered", LeastBuffered), ("strict", LeastStrict) })
        {
            // The limit on calls is in force, and too high to be met.
            using SampleServer server = SampleServer.Start("--audit", mode, "--calls-per-minute", "100000000");
            Read(sheet, server, mode, least, bare);
        }
    }

    private static Load Hello()
    {
        using ServerProcess server = BareServer.Start();
        string address = BareServer.AddressOf(server) + "/";
        Run(address, Json, BareWarmSeconds, Connections);
        return Run(address, Json, Seconds, Connections);
    }

    private static void Read(FigureSheet sheet, SampleServer server, string mode, double least, Load bare)
    {
        string record = server.Address + server.Example;
        string token = "Authorization: Bearer " + server.Token("of-another");
        Run(record, token, WarmSeconds, Connections);
        (Load load, AuditState written) = Watched(server, record, token, Seconds, Connections);
        (Load alone, AuditState writtenAlone) = Watched(server, record, token, AloneSeconds, 1);
        string? trouble = load.Trouble ?? alone.Trouble ?? Otherwise(mode, writtenAlone);
        if (trouble is not null)
        {
            sheet.Fail($"host.read.{mode}", trouble);
            return;
        }

        string beside = string.Create(CultureInfo.InvariantCulture, $"{Connections} connections, {Seconds} s, {written}; {load.Rate / bare.Rate:0.00} of bare Kestrel's {bare.Rate:0}");
        sheet.Add(Figure.AtLeast($"host.read.{mode}", load.Rate, least, " a second", beside));
        sheet.Add(new($"host.read.{mode}.p99", load.Slowest, MostMilliseconds, " ms", "99 of 100 are answered in that time"));
        sheet.Say(string.Create(CultureInfo.InvariantCulture, $"{mode}, by /health {written.Mode}: one connection alone {alone.Rate:0} a second, {writtenAlone}"));
    }

    private static (Load Load, AuditState Written) Watched(SampleServer server, string record, string token, int seconds, int connections)
    {
        AuditState before = Settled(server);
        Load load = Run(record, token, seconds, connections);
        return (load, Settled(server).Since(before));
    }

    // Buffered entries are written moments later.
    private static AuditState Settled(SampleServer server)
    {
        AuditState state = AuditState.Of(server.Address);
        while (true)
        {
            Thread.Sleep(500);
            AuditState later = AuditState.Of(server.Address);
            if (later == state) return state;
            state = later;
        }
    }

    // A server in another mode would be measured as this one. To a lone caller a strict log answers when his entry is durable, so that no two of his can be in one group.
    private static string? Otherwise(string mode, AuditState alone)
    {
        if (!string.Equals(alone.Mode, mode, StringComparison.OrdinalIgnoreCase)) return "by /health the log is " + alone.Mode;
        return mode == "strict" && alone.Groups < alone.Entries ? $"a strict log that did not wait: {alone}" : null;
    }

    private static Load Run(string address, string header, int seconds, int connections)
    {
        try
        {
            using Process wrk = Process.Start(new ProcessStartInfo("wrk")
            {
                ArgumentList = { "-t1", string.Create(CultureInfo.InvariantCulture, $"-c{connections}"), string.Create(CultureInfo.InvariantCulture, $"-d{seconds}s"), "--latency", address, "-H", header, "-H", Access },
                RedirectStandardOutput = true,
                UseShellExecute = false,
            })!;
            string said = wrk.StandardOutput.ReadToEnd();
            wrk.WaitForExit();
            if (said.Contains("Non-2xx", StringComparison.Ordinal) || said.Contains("Socket errors", StringComparison.Ordinal)) return new(0, 0, "not every read was answered with 200");
            Match rate = Rate().Match(said), slowest = Slowest().Match(said);
            return rate.Success && slowest.Success
                ? new(Number(rate.Groups["rate"].Value), Number(slowest.Groups["time"].Value) * (slowest.Groups["unit"].Value switch { "us" => 0.001, "s" => 1000, _ => 1 }), null)
                : new(0, 0, "wrk said something else");
        }
        catch (Win32Exception)
        {
            return new(0, 0, "wrk is not here; Debian has it as the package wrk");
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("Requests/sec: *(?<rate>[0-9.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rate();

    [GeneratedRegex("99% *(?<time>[0-9.]+)(?<unit>us|ms|s)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slowest();

    /// <summary>What wrk measured: reads a second, and the milliseconds in which 99 of 100 were answered; or why there is nothing.</summary>
    private sealed record Load(double Rate, double Slowest, string? Trouble);
}
