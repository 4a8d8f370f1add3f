using System.Collections.Immutable;

namespace Policing.DataModel.Tests.Values;

public sealed class HomeOfficeClassificationTests : TextValueBattery<HomeOfficeClassification>
{
    protected override ImmutableArray<string> Ascending => ["001/01", "105/01", "999/99"];

    protected override ImmutableArray<string> Malformed =>
    [
        "105/1", "105/001", "10/01", "105-01", "105A/01", "8N", "105/0A", "1O5/01",
    ];
}
