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
    private const int WarmSeconds = 8;
    private const double LeastBuffered = 2_000;
    private const double LeastStrict = 800;
    private const double MostMilliseconds = 25;
    private const string Access = "Policing-Access: purpose=investigation, basis=part-3-task, case=\"46/1234/31\"";

    public static void Prepare() => SampleServer.Prepare();

    public static void Measure(FigureSheet sheet)
    {
        if (!SampleServer.IsPrepared)
        {
            sheet.Fail("host.read.buffered", "dotnet publish failed; it says why above");
            return;
        }

        foreach ((string mode, double least) in new[] { ("buffered", LeastBuffered), ("strict", LeastStrict) })
        {
            using SampleServer server = SampleServer.Start("--audit", mode);
            Load bare = Run(server.Address + "/health", "Accept: application/json", Seconds / 2);
            if (bare.Trouble is { } why)
            {
                sheet.Fail($"host.read.{mode}", why);
                return;
            }

            string record = server.Address + server.Example;
            string token = "Authorization: Bearer " + server.Token("of-another");
            Run(record, token, WarmSeconds);
            Load load = Run(record, token, Seconds);
            if (load.Trouble is { } trouble)
            {
                sheet.Fail($"host.read.{mode}", trouble);
                continue;
            }

            string beside = string.Create(CultureInfo.InvariantCulture, $"{Connections} connections, {Seconds} s; /health of the same server {bare.Rate:0} a second, p99 {bare.Slowest:0.0} ms");
            sheet.Add(Figure.AtLeast($"host.read.{mode}", load.Rate, least, " a second", beside));
            sheet.Add(new($"host.read.{mode}.p99", load.Slowest, MostMilliseconds, " ms", "99 of 100 are answered in that time"));
        }
    }

    private static Load Run(string address, string header, int seconds)
    {
        try
        {
            using Process wrk = Process.Start(new ProcessStartInfo("wrk")
            {
                ArgumentList = { "-t1", $"-c{Connections}", string.Create(CultureInfo.InvariantCulture, $"-d{seconds}s"), "--latency", address, "-H", header, "-H", Access },
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
