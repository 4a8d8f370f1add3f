using System.Text.Json;
using Policing.DataModel;

namespace Policing.Client;

/// <summary>What is searched for: named criteria of one type. Which are selective enough, the partner says in its capabilities. Immutable.</summary>
public abstract record SearchQuery
{
    /// <summary>The most that one page has.</summary>
    public const int MostOfAPage = 100;

    private protected SearchQuery(string type) => Type = type;

    /// <summary>The type of the records, as on the wire.</summary>
    public string Type { get; }

    /// <summary>Only records that are linked to this one; null for all.</summary>
    public SearchLink? LinkedTo { get; init; }

    /// <summary>Only records that one of these controls; empty for all.</summary>
    public ValueList<Agency> Agencies { get; init; }

    /// <summary>Matches of one page; 25 unless told, 1 to 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to 100.</exception>
    public int PageSize
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MostOfAPage);
            field = value;
        }
    } = 25;

    /// <summary>Whether there is anything that narrows it down.</summary>
    internal abstract bool HasCriteria { get; }

    /// <summary>Writes the members of <c>match</c>.</summary>
    internal abstract void WriteMatch(Utf8JsonWriter json);

    /// <summary>The type; never what is searched for.</summary>
    public sealed override string ToString() => $"search for {Type}";
}
