namespace Policing.PoliceUk.Api;

/// <summary>Ways to reach a team, an officer or an event, as published.</summary>
/// <remarks>Part of several routes. Source: data.police.uk/docs/method/neighbourhood. Pages of networks that no longer exist still occur.</remarks>
public sealed record PublishedContact : AnswerPart
{
    /// <summary>The email address, as written.</summary>
    public string? Email { get; init; }

    /// <summary>The telephone number, as written.</summary>
    public string? Telephone { get; init; }

    /// <summary>The mobile number, as written.</summary>
    public string? Mobile { get; init; }

    /// <summary>The fax number, as written.</summary>
    public string? Fax { get; init; }

    /// <summary>The web page, as written.</summary>
    public string? Web { get; init; }

    /// <summary>The postal address, as written.</summary>
    public string? Address { get; init; }

    /// <summary>The page on Facebook, as written.</summary>
    public string? Facebook { get; init; }

    /// <summary>The page on Twitter, as written.</summary>
    public string? Twitter { get; init; }

    /// <summary>The page on YouTube, as written.</summary>
    public string? YouTube { get; init; }

    /// <summary>The page on MySpace, as written.</summary>
    public string? MySpace { get; init; }

    /// <summary>The page on Bebo, as written.</summary>
    public string? Bebo { get; init; }

    /// <summary>The page on Flickr, as written.</summary>
    public string? Flickr { get; init; }

    /// <summary>The forum, as written.</summary>
    public string? Forum { get; init; }

    /// <summary>The blog, as written.</summary>
    public string? Blog { get; init; }

    /// <summary>The RSS feed, as written.</summary>
    public string? Rss { get; init; }
}
