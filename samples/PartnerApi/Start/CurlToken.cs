using Policing.Samples.Partner.Identity;

namespace Policing.Samples.Partner.Start;

/// <summary>
/// A token in a file of its owner's, for those who try the API with <c>curl</c>, which signs no assertions. It may read and search, and is renewed while the sample runs; when the sample
/// ends the file goes, and the token is worth nothing, since the issuer's keys end with it.
/// </summary>
internal sealed class CurlToken(string path, ClientConnection connection, TimeProvider time, string scopes = CurlToken.Scopes) : IAsyncDisposable
{
    public const string Scopes = "capabilities.read records.read records.search changes.read";

    private static readonly TimeSpan s_renewEvery = TimeSpan.FromMinutes(30);

    private readonly CancellationTokenSource _ending = new();
    private Task _renewing = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await WriteAsync(cancellationToken);
        _renewing = RenewAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ending.Dispose();
        connection.Dispose();
        if (File.Exists(path)) File.Delete(path);
    }

    private async Task WriteAsync(CancellationToken cancellationToken) => OwnFile.Write(path, await connection.TokenAsync(scopes, cancellationToken));

    private async Task RenewAsync()
    {
        using PeriodicTimer timer = new(s_renewEvery, time);
        while (await timer.WaitForNextTickAsync(_ending.Token)) await WriteAsync(_ending.Token);
    }
}
