using Policing.DataModel.Codes;

namespace Policing.PoliceUk.Mapping;

/// <summary>What a text of a coded column stands for.</summary>
/// <param name="Value">The coded value, with the source's words where they are not the code's present ones.</param>
/// <param name="Key">The code, or the words where no code is known: what stands for the column in an id.</param>
/// <param name="IsListed">Whether a code is known.</param>
internal sealed record SourceWord<T>(T Value, string Key, bool IsListed)
    where T : CodedValue;
