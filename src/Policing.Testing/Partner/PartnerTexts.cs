namespace Policing.Testing;

/// <summary>What a scripted partner always says.</summary>
internal static class PartnerTexts
{
    public const string Capabilities =
        """
        {"api":"1.0","environment":"test","agency":{"scheme":"police","id":"wiltshire"},"modelVersions":["1.0"],
        "recordTypes":[{"type":"person","interactions":["read","write","status","history","links","search","changes"]},{"type":"vehicle","interactions":["read","search"]}],
        "search":[{"type":"person","criteria":["name.exact"],"selective":["name.exact"]}],
        "limits":{"documentBytes":1048576,"bundleBytes":20971520,"bundleRecords":1000,"searchResults":100}}
        """;
}
