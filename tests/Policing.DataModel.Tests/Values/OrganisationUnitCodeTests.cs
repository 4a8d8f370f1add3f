using System.Collections.Immutable;

namespace Policing.DataModel.Tests.Values;

public sealed class OrganisationUnitCodeTests : TextValueBattery<OrganisationUnitCode>
{
    protected override ImmutableArray<string> Ascending => ["0000000", "01ZD00", "99ZZ00", "B03AX00", "C42AZ00", "Z000000"];

    protected override ImmutableArray<string> Malformed =>
    [
        "K03AX", "K03AX00", "b03AX00", "B03AX000", "B03-X00", "B03 X00",
    ];
}
