using System.Text.RegularExpressions;

namespace Policing.Benchmarks.ServerRuns;

/// <summary>samples/PartnerApi, published, as a process on loopback and SQLite, with the tokens for tests. Its data are on the disk of the working copy and go with it.</summary>
internal sealed partial class SampleServer : IDisposable
{
    private static readonly string Sample = Path.Combine(Repository.Root, "artifacts/sample-server", "PartnerApi");

    private readonly ServerProcess _process;

    private SampleServer(ServerProcess process, string folder)
    {
        _process = process;
        Folder = folder;
        Address = AddressOf().Match(process.Said).Value;
        Example = ExampleOf().Match(process.Said).Value;
    }

    public static bool IsPrepared => File.Exists(Sample);

    public string Folder { get; }

    public string Address { get; }

    /// <summary>The path of a record that is there.</summary>
    public string Example { get; }

    public static void Prepare() => PublishedProgram.Publish("samples/PartnerApi", Path.GetDirectoryName(Sample)!);

    public static SampleServer Start(params ReadOnlySpan<string> arguments)
    {
        string folder = Path.Combine(Repository.Root, "artifacts", "sample-data-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        return new(ServerProcess.Start(Sample, ["--data", folder, "--port", "0", "--test-tokens", .. arguments]), folder);
    }

    /// <summary>One of its tokens for tests.</summary>
    public string Token(string name) => File.ReadAllText(Path.Combine(Folder, "test-tokens", name));

    public void Dispose()
    {
        _process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    [GeneratedRegex("http://127\\.0\\.0\\.1:[0-9]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AddressOf();

    [GeneratedRegex("/v1/records/person/[0-9a-f-]{36}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ExampleOf();
}
