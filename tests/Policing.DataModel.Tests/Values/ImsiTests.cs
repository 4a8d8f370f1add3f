using System.Collections.Immutable;

namespace Policing.DataModel.Tests.Values;

public sealed class ImsiTests : TextValueBattery<Imsi>
{
    protected override ImmutableArray<string> Ascending => ["001010", "001010000000001", "234150999999999"];

    protected override ImmutableArray<string> Malformed =>
    [
        "00101", "0010100000000012", "00101-0000000001", "00101000000000A",
    ];

    protected override bool IsWide => true;
}
