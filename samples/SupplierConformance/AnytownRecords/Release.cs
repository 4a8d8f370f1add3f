namespace Anytown.Records;

/// <summary>Which release this is: 4.2, unless ANYTOWN_RELEASE says 4.1.</summary>
public static class Release
{
    /// <summary>Its number.</summary>
    public static string Number { get; } = Environment.GetEnvironmentVariable("ANYTOWN_RELEASE") == "4.1" ? "4.1" : "4.2";

    /// <summary>What is wrong with it.</summary>
    public static Defects Defects => Number == "4.1" ? Defects.All : Defects.None;
}
