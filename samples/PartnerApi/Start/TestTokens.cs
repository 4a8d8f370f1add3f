using Policing.Samples.Partner.Identity;

namespace Policing.Samples.Partner.Start;

/// <summary>With <c>--test-tokens</c>: the tokens that the conformance kit asks for (docs/conformance/servers.md), each in a file of its owner's, while the sample runs.</summary>
internal sealed class TestTokens(SampleOptions options, Func<int, ClientConnection> connectAs, TimeProvider time) : IAsyncDisposable
{
    private const string All = "capabilities.read records.read records.write records.history records.search bundles.submit changes.read audit.verify";

    private readonly List<CurlToken> _files = [];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.WritesTestTokens) return;
        string folder = OwnFile.Folder(options.TestTokensFolder);
        foreach ((string name, int client, string scopes) in new[] { ("all-scopes", 0, All), ("without-scopes", 0, ""), ("of-another", 1, All) })
        {
            CurlToken file = new(Path.Combine(folder, name), connectAs(client), time, scopes);
            _files.Add(file);
            await file.StartAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (CurlToken file in _files) await file.DisposeAsync();
    }
}
