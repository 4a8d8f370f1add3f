namespace Policing.Ethics;

/// <summary>How sure a citation is.</summary>
public enum CitationCertainty
{
    /// <summary>From memory or from somebody else's word: a lead, and nothing to rely on. Also the default.</summary>
    Unverified,

    /// <summary>Only an excerpt of the source named was read.</summary>
    Excerpt,

    /// <summary>The source named was read.</summary>
    Verified,

    /// <summary>Not law or guidance, but a choice of the authors of the set.</summary>
    Own,
}
