namespace Policing.Conformance.Clients;

/// <summary>A record of a scene, about nobody.</summary>
internal sealed record SceneRecord(Guid Uuid, byte[] Content, string Tag)
{
    public string Id => $"urn:uuid:{Uuid:D}";

    public string Path => $"/v1/records/vehicle/{Uuid:D}";
}
