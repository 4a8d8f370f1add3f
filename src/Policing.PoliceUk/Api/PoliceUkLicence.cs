using Policing.DataModel;

namespace Policing.PoliceUk.Api;

/// <summary>The licence of the data of data.police.uk, and what who publishes something made from it must say.</summary>
/// <remarks>Source: data.police.uk/about, and the Open Government Licence v3.0 of The National Archives.</remarks>
public static class PoliceUkLicence
{
    /// <summary>The name of the licence.</summary>
    public const string Name = "Open Government Licence v3.0";

    /// <summary>Where it stands.</summary>
    public const string Address = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";

    /// <summary>The words that the licence asks for.</summary>
    public const string Attribution = "Contains public sector information licensed under the Open Government Licence v3.0.";

    /// <summary>The note that a bundle carries, under the address of the licence.</summary>
    internal static ValueMap<Extension> Note { get; } = default(ValueMap<Extension>).With(
        Address,
        new() { Data = RawJson.Parse("""{"attribution":"Contains public sector information licensed under the Open Government Licence v3.0."}"""u8) });
}
