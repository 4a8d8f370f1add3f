using Policing.DataModel.Codes;

namespace Policing.PoliceUk.Api;

/// <summary>
/// Refuses what the service would silently answer with something else: for an unknown category it gives all crime, for some unknown forces nothing,
/// without a month the latest, for a month to come nothing.
/// </summary>
/// <remarks>No message quotes what was given. Source: data.police.uk as public clients saw it in 2026.</remarks>
internal sealed class QuestionCheck(PoliceUkOptions options)
{
    /// <summary>A month that has begun.</summary>
    public void Month(DataMonth month)
    {
        if (month.IsAbsent)
            throw new ArgumentException("Give the month: without one the service answers for the latest that it has.", nameof(month));
        var now = options.Time.GetUtcNow();
        if (month > new DataMonth(now.Year, now.Month))
            throw new ArgumentException("The month has not begun, and for such months the service answers that nothing happened.", nameof(month));
    }

    /// <summary>The id that the service gives a force.</summary>
    public string Force(PoliceAgency force)
    {
        ArgumentNullException.ThrowIfNull(force);
        // By its slug alone: the register also finds names and aliases, which may be of another body.
        return force.OwnCode is { Length: > 0 } slug
            && options.ReferenceData.FindAgency(slug) is { PoliceUkId: { Length: > 0 } id } entry
            && string.Equals(entry.Id, slug, StringComparison.Ordinal)
                ? id
                : throw new ArgumentException(
                    "The register has no id of data.police.uk for this force. GetForcesAsync gives those that the service has; an overlay of the list agencies can add one.",
                    nameof(force));
    }

    /// <summary>The code of a category; null for all of them.</summary>
    public string? Category(CrimeCategory? category)
    {
        if (category is null)
            return null;
        return category.OwnCode is { Length: > 0 } code && options.ReferenceData.Find("crime-category", code) is not null
            ? code
            : throw new ArgumentException(
                "The list crime-category does not have this category, and for unknown ones the service gives all crime. Leave it out for all; an overlay of the list can add one.",
                nameof(category));
    }

    /// <summary>An id that stands in a path.</summary>
    public static string Id(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (string.IsNullOrWhiteSpace(id) || id is "." or "..")
            throw new ArgumentException("The id is blank, or addresses take it for another folder.", nameof(id));
        // Half of a surrogate pair cannot be written in an address, and would become another id.
        for (var i = 0; i < id.Length; i++)
        {
            if (!char.IsSurrogate(id[i]))
                continue;
            if (!char.IsSurrogatePair(id, i))
                throw new ArgumentException("The id is not valid Unicode.", nameof(id));
            i++;
        }

        return id;
    }

    /// <summary>The id of a neighbourhood that is asked for by itself.</summary>
    public static string NeighbourhoodId(string id) => Id(id) is "neighbourhoods"
        ? throw new ArgumentException("At this address the service has the list of neighbourhoods: use GetNeighbourhoodsAsync.", nameof(id))
        : id;
}
