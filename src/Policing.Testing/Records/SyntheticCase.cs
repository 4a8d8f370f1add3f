using Policing.DataModel;

namespace Policing.Testing;

/// <summary>A crime that never happened, with everything that hangs on it. Immutable.</summary>
public sealed record SyntheticCase
{
    internal SyntheticCase()
    {
    }

    /// <summary>The crime.</summary>
    public required Crime Crime { get; init; }

    /// <summary>Where it happened; linked as <c>occurred-at</c>.</summary>
    public required Location Place { get; init; }

    /// <summary>One or two people, linked as victim, suspect or witness, and as dealt with where the outcome is about one of them.</summary>
    public required ValueList<Person> People { get; init; }

    /// <summary>The shop, where the crime is a theft from one; linked as victim. Else null.</summary>
    public Organisation? Organisation { get; init; }

    /// <summary>How it ended; linked as <c>outcome-of</c>.</summary>
    public required CrimeOutcome Outcome { get; init; }

    /// <summary>What joins them. Both ends of each link are in the case.</summary>
    public required ValueList<Link> Links { get; init; }

    /// <summary>All of them, links last: no link comes before its ends.</summary>
    public IEnumerable<PoliceRecord> Records
    {
        get
        {
            yield return Crime;
            yield return Place;
            for (var i = 0; i < People.Count; i++)
            {
                yield return People[i];
            }

            if (Organisation is not null)
            {
                yield return Organisation;
            }

            yield return Outcome;
            for (var i = 0; i < Links.Count; i++)
            {
                yield return Links[i];
            }
        }
    }
}
