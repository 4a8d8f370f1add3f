namespace Policing.DataModel.Codes;

/// <summary>
/// What is known of codes here and now: the lists of this release, or those with a force's own beside them. Implementations are immutable
/// and thread-safe.
/// </summary>
public interface IReferenceData
{
    /// <summary>What a list says of a code; null when it does not have it.</summary>
    /// <param name="listId">The list's id, for example <c>sex</c>.</param>
    /// <param name="code">The code; compares ordinally.</param>
    CodeEntry? Find(string listId, string code);

    /// <summary>
    /// The code that another system's text stands for; null when none is mapped. Letter case does not count. A police body is found by its
    /// force code under <c>pnc</c> and by its area's code under <c>ons-gss</c>, in the list <c>agencies</c>.
    /// </summary>
    /// <param name="listId">The list's id.</param>
    /// <param name="system">The other system, for example <c>data.police.uk</c>.</param>
    /// <param name="text">What that system writes.</param>
    CodeEntry? FindMapped(string listId, string system, string text);

    /// <summary>The police body of a slug of the register, a name or an alias; null when there is none. Letter case does not count.</summary>
    AgencyEntry? FindAgency(string slugOrName);
}
