namespace Policing.ModelGenerator.Site;

/// <summary>
/// One page: where it stands from the folder of the site, its heading and the mark beside it, the part of the site that it belongs to (an
/// entry of the navigation, or none), one sentence about it, and what stands below.
/// </summary>
internal sealed record SitePage(string Path, string Title, string Kind, string? Section, string Summary, string Body)
{
    /// <summary>Whether the page loads the search.</summary>
    public bool Searches { get; init; }
}
