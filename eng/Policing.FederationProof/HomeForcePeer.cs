using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Policing.FederationProof;

/// <summary>The home force in a process of its own: eng/federation-peer.</summary>
internal sealed class HomeForcePeer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Dictionary<string, string> _officers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _refused = new(StringComparer.Ordinal);

    private HomeForcePeer(Process process) => _process = process;

    public string Issuer { get; private set; } = "";

    public string Keys { get; private set; } = "";

    /// <summary>The officers' tokens.</summary>
    public IReadOnlyDictionary<string, string> Officers => _officers;

    /// <summary>Tokens that must be refused, by what is wrong with them.</summary>
    public IReadOnlyDictionary<string, string> Refused => _refused;

    public static async Task<HomeForcePeer> StartAsync(string script, CancellationToken cancellationToken)
    {
        ProcessStartInfo start = new("node") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(script);
        HomeForcePeer peer;
        try
        {
            peer = new(Process.Start(start)!);
        }
        catch (Win32Exception)
        {
            throw new HomeForceException("There is no node here.");
        }
        JsonElement issuers = await peer.ReadAsync(cancellationToken);
        (peer.Issuer, peer.Keys) = (issuers.GetProperty("trusted").GetString()!, issuers.GetProperty("keys").GetString()!);
        return peer;
    }

    /// <summary>Has officers sign in at the home force, for a partner.</summary>
    public async Task SignInAsync(string partner, int officers, CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { partner, officers }).AsMemory(), cancellationToken);
        await _process.StandardInput.FlushAsync(cancellationToken);
        while (true)
        {
            JsonElement line = await ReadAsync(cancellationToken);
            string kind = line.GetProperty("kind").GetString()!;
            if (kind == "end") return;
            string token = line.GetProperty("token").GetString()!;
            if (kind == "officer") _officers[line.GetProperty("officer").GetString()!] = token;
            else _refused[kind] = token;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(10));
        await _process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    // Between the lines of JSON oidc-provider says other things.
    private async Task<JsonElement> ReadAsync(CancellationToken cancellationToken)
    {
        while (await _process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
            if (line.StartsWith('{')) return JsonDocument.Parse(line).RootElement;
        throw new HomeForceException("The home force ended. Its packages: npm ci --ignore-scripts in eng/federation-peer.");
    }
}
