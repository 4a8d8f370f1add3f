namespace Policing.PartnerHost;

/// <summary>Whether the data of a host is about people.</summary>
public enum PartnerEnvironment
{
    /// <summary>Not stated, which is also the default: the host does not start.</summary>
    Unstated,

    /// <summary>The data is nobody's. Rules see the fact <c>synthetic</c>, and bundles that are <c>actual</c> are refused.</summary>
    Test,

    /// <summary>The data is about people. Bundles that are a <c>test</c> are refused.</summary>
    Live,
}
