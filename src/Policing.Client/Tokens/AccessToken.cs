using System.Net.Http.Headers;

namespace Policing.Client;

/// <summary>A token as it goes into a header, and until when it is used.</summary>
internal sealed class AccessToken(string value, DateTimeOffset freshUntil)
{
    public AuthenticationHeaderValue Header { get; } = new("Bearer", value);

    public bool IsFresh(DateTimeOffset now) => now < freshUntil;

    public override string ToString() => nameof(AccessToken);
}
