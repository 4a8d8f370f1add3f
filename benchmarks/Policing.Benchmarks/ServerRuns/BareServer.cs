namespace Policing.Benchmarks.ServerRuns;

/// <summary>benchmarks/bare-server: Kestrel that says hello, as a process beside which the host is measured.</summary>
internal static class BareServer
{
    private static readonly string Program = Path.Combine(Repository.Root, "artifacts/bare-server", "BareServer");

    public static bool IsPrepared => File.Exists(Program);

    public static void Prepare() => PublishedProgram.Publish("benchmarks/bare-server", Path.GetDirectoryName(Program)!);

    /// <summary>Starts it; the first word it says is its address.</summary>
    public static ServerProcess Start() => ServerProcess.Start(Program);

    public static string AddressOf(ServerProcess server) => server.Said.Split(' ')[0];
}
