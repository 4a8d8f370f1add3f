using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.PoliceUk.Mapping;

/// <summary>Makes links, whose ids derive from the role and the ends. Not thread-safe.</summary>
internal sealed class RecordLinks(KeyText key)
{
    /// <summary>The key of the link of an event to its place.</summary>
    public KeyText KeyOfOccurredAt(RecordId from, RecordId location) => Key(LinkRole.OccurredAt).Add(from).Add(location);

    /// <summary>An event occurred at a place.</summary>
    public Link OccurredAt(RecordId from, string kind, RecordId location) =>
        OccurredAt(KeyOfOccurredAt(from, location).ToId(), from, kind, new LinkEnd { Id = location, Kind = "location" });

    /// <summary>The same with an id and an end that were made before.</summary>
    public static Link OccurredAt(RecordId id, RecordId from, string kind, LinkEnd location) => new()
    {
        Id = id,
        From = new LinkEnd { Id = from, Kind = kind },
        To = location,
        Role = LinkRole.OccurredAt,
    };

    /// <summary>A crime that is not at hand occurred at a place; the link has no record to take its controller from.</summary>
    public Link OccurredAt(ExternalReference crime, RecordId location, SourceForce force) => new()
    {
        Id = Key(LinkRole.OccurredAt).Add(crime.System!).Add(crime.Value!).Add(location).ToId(),
        Controllers = force.Controllers,
        Collection = SourceRecords.Collection,
        From = new LinkEnd { Reference = crime, Kind = "crime" },
        To = new LinkEnd { Id = location, Kind = "location" },
        Role = LinkRole.OccurredAt,
    };

    /// <summary>An outcome of a crime of this run.</summary>
    public Link OutcomeOf(RecordId outcome, RecordId crime) => new()
    {
        Id = Key(LinkRole.OutcomeOf).Add(outcome).Add(crime).ToId(),
        From = new LinkEnd { Id = outcome, Kind = "crime-outcome" },
        To = new LinkEnd { Id = crime, Kind = "crime" },
        Role = LinkRole.OutcomeOf,
    };

    /// <summary>An outcome of a crime that is not at hand.</summary>
    public Link OutcomeOf(RecordId outcome, ExternalReference crime) => new()
    {
        Id = Key(LinkRole.OutcomeOf).Add(outcome).Add(crime.System!).Add(crime.Value!).ToId(),
        From = new LinkEnd { Id = outcome, Kind = "crime-outcome" },
        To = new LinkEnd { Reference = crime, Kind = "crime" },
        Role = LinkRole.OutcomeOf,
    };

    private KeyText Key(LinkRole role) => key.Start("link").Add(role.Code!);
}
