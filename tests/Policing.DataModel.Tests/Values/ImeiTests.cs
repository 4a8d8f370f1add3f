using System.Collections.Immutable;

namespace Policing.DataModel.Tests.Values;

public sealed class ImeiTests : TextValueBattery<Imei>
{
    protected override ImmutableArray<string> Ascending => ["000000000000000", "123456789012347", "490154203237518"];

    protected override ImmutableArray<string> Malformed =>
    [
        "490154203237517", "49015420323751", "4901542032375180", "490154203237581", "49-015420-323751-8", "49015420323751A",
        "99999999999999٩",
    ];
}
