using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Policing.Testing;

/// <summary>The identity server of a scripted partner. It reads assertions and does not verify their signatures. Thread-safe.</summary>
internal sealed class PartnerTokens(Func<DateTimeOffset> now)
{
    private static readonly TimeSpan MostSkew = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, (string Subject, DateTimeOffset Until)> _issued = new(StringComparer.Ordinal);
    private long _count;

    public TimeSpan Lifetime { get; set; } = TimeSpan.FromMinutes(10);

    public string? OnlyKey { get; set; }

    public long Issued => Interlocked.Read(ref _count);

    public ConcurrentQueue<string> Assertions { get; } = new();

    public string? SubjectOf(string? token) =>
        token is not null && _issued.TryGetValue(token, out (string Subject, DateTimeOffset Until) found) && now() < found.Until ? found.Subject : null;

    public void Revoke(string? token)
    {
        if (token is not null) _issued.TryRemove(token, out _);
    }

    public void RevokeAll() => _issued.Clear();

    /// <summary>The answer to a request for a token: status and body.</summary>
    public (int Status, string Body) Answer(string form)
    {
        Dictionary<string, string> fields = Fields(form);
        if (fields.TryGetValue("client_assertion", out string? assertion) && !IsAcceptable(assertion)) return (401, """{"error":"invalid_client"}""");
        string client = fields.GetValueOrDefault("client_id", "client");
        string subject = fields.TryGetValue("subject_token", out string? officer) ? officer : client;
        string token = "t" + Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture) + "." + Base64Url.EncodeToString(Guid.NewGuid().ToByteArray());
        _issued[token] = (subject, now() + Lifetime);
        return (200, string.Create(CultureInfo.InvariantCulture, $$"""{"access_token":"{{token}}","token_type":"Bearer","expires_in":{{(long)Lifetime.TotalSeconds}},"issued_token_type":"urn:ietf:params:oauth:token-type:access_token"}"""));
    }

    private bool IsAcceptable(string assertion)
    {
        Assertions.Enqueue(assertion);
        string[] parts = assertion.Split('.');
        if (parts.Length != 3) return false;
        using JsonDocument header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]));
        using JsonDocument payload = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
        bool isKey = OnlyKey is null || header.RootElement.GetProperty("kid").GetString() == OnlyKey;
        DateTimeOffset issued = DateTimeOffset.FromUnixTimeSeconds(payload.RootElement.GetProperty("iat").GetInt64());
        return isKey && (issued - now()).Duration() <= MostSkew;
    }

    private static Dictionary<string, string> Fields(string form)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        foreach (string pair in form.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split('=', 2);
            fields[parts[0]] = parts.Length == 2 ? Uri.UnescapeDataString(parts[1].Replace('+', ' ')) : "";
        }
        return fields;
    }
}
