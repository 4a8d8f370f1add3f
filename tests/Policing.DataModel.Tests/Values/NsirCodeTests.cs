using System.Collections.Immutable;

namespace Policing.DataModel.Tests.Values;

public sealed class NsirCodeTests : TextValueBattery<NsirCode>
{
    protected override ImmutableArray<string> Ascending => ["000", "001", "100", "999"];

    protected override ImmutableArray<string> Malformed => ["1", "01", "1000", "A01", "0 1", "-01", "1.0", "٠٠١"];
}
