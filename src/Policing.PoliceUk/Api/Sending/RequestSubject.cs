namespace Policing.PoliceUk.Api;

/// <summary>What a question is about.</summary>
internal enum RequestSubject
{
    /// <summary>The service itself, or a force that is known.</summary>
    Service,

    /// <summary>Something by an id that only the service knows.</summary>
    Id,

    /// <summary>The circle around a position, or the position itself.</summary>
    Position,

    /// <summary>A polygon.</summary>
    Polygon,
}
