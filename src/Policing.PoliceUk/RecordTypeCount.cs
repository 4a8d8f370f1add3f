namespace Policing.PoliceUk;

/// <summary>How many records of a type there are. <c>default</c> has no type.</summary>
/// <param name="Type">The type as it is written, such as <c>crime</c>.</param>
/// <param name="Count">How many.</param>
public readonly record struct RecordTypeCount(string Type, long Count);
