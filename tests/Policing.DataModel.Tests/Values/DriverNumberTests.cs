using System.Collections.Immutable;

namespace Policing.DataModel.Tests.Values;

public sealed class DriverNumberTests : TextValueBattery<DriverNumber>
{
    protected override ImmutableArray<string> Ascending => ["99999001010AA9AA", "99999861319ZZ9ZZ", "AB999552280A99BC", "SMITH712319J99AB"];

    protected override ImmutableArray<string> Malformed =>
    [
        "99999021010AA9AA", "99999991010AA9AA", "99999001000AA9AA", "99999001320AA9AA", "99999001010AA9A", "99999001010AA9AAA",
        "99999001010AA9A1", "9999900101AAA9AA", "99999001010aa9AA", "9999-001010AA9AA", "99999 001010AA9AA",
    ];
}
