using System.Text.Json;

namespace Policing.Client;

/// <summary>A search for an account of an online service. Immutable.</summary>
/// <param name="Account">The name or id of the account.</param>
/// <param name="Platform">The service; null for any.</param>
public sealed record AccountSearch(string Account, string? Platform = null) : SearchQuery("online-account")
{
    internal override bool HasCriteria => Account.Length > 0;

    internal override void WriteMatch(Utf8JsonWriter json)
    {
        json.WriteString("account", Account);
        if (Platform is { } platform) json.WriteString("platform", platform);
    }
}
