namespace Policing.Ethics.Minimisation;

/// <summary>Whether a minimised copy says under <c>absent</c> which members it lacks.</summary>
public enum WithheldNotes
{
    /// <summary>
    /// A member that had a value and was left out is noted as <c>withheld</c>, one that a redactor erased as <c>masked</c>; covert members never, for the
    /// note alone would tell. <c>default</c>.
    /// </summary>
    Held = 0,

    /// <summary>Nothing is noted, so that the recipient does not learn what is held.</summary>
    None = 1,
}
