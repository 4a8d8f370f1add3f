namespace Policing.Client;

/// <summary>Where the next page is: followed as it stands, and at the partner's own origin only.</summary>
internal static class PageLinks
{
    private const int MostCharacters = 2048;

    /// <summary>The address of the next page.</summary>
    /// <exception cref="AnswerFaultException">It leads elsewhere.</exception>
    public static string Resolve(string next, ClientSettings settings)
    {
        if (next.Length > MostCharacters || next.Contains('\\', StringComparison.Ordinal) || !Uri.TryCreate(new Uri(settings.Base), next, out Uri? address)) throw Untrusted();
        // Compared as a whole, after dots and escapes were resolved: scheme, host, port and path.
        return address.UserInfo.Length == 0 && address.AbsoluteUri.StartsWith(settings.Prefix, StringComparison.Ordinal) ? address.AbsoluteUri : throw Untrusted();
    }

    private static AnswerFaultException Untrusted() => new(PartnerFailure.Untrusted);
}
