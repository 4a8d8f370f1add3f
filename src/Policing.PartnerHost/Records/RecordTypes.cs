using System.Collections.Frozen;
using Policing.Ethics.Minimisation;

namespace Policing.PartnerHost;

/// <summary>The types that are held and served. Bundles are an exchange and not held; receipts are read where the bundle was sent.</summary>
internal static class RecordTypes
{
    private static readonly FrozenSet<string> Served =
        ModelMembers.Instance.RecordTypes.Where(type => type is not ("bundle" or "receipt")).ToFrozenSet(StringComparer.Ordinal);

    public static IReadOnlyList<string> All { get; } = [.. Served.Order(StringComparer.Ordinal)];

    public static bool IsKnown(string type) => Served.Contains(type);
}
