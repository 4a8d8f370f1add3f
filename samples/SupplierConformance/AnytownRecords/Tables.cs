namespace Anytown.Records;

/// <summary>What stands in the tables: people and crimes that do not exist.</summary>
public static class Tables
{
    /// <summary>The nominals.</summary>
    public static IReadOnlyList<NominalRow> Nominals { get; } =
    [
        new(1, "Example", "Robin", "140362", "F"),
        new(2, "Sample", "Alex", "030489", "M"),
        new(3, "Specimen", "Sam", "291204", ""),
    ];

    /// <summary>The crimes.</summary>
    public static IReadOnlyList<CrimeRow> Crimes { get; } =
    [
        new(1, "04/03/2025 09:30", "Bicycle taken from a shed.", "By the door."),
        new(2, "11/05/2025 22:10", "Window of a shop broken.", ""),
        new(3, "19/06/2025 07:45", "Plants taken from an allotment.", "Over the fence."),
    ];
}
