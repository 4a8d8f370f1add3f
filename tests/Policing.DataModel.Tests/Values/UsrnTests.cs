using System.Collections.Immutable;

namespace Policing.DataModel.Tests.Values;

public sealed class UsrnTests : TextValueBattery<Usrn>
{
    protected override ImmutableArray<string> Ascending => ["00000001", "20000001", "99999999"];

    protected override ImmutableArray<string> Malformed =>
    [
        "00000000", "2000001", "200000011", "2000 001", "2000000A",
    ];
}
