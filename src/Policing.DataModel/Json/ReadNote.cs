using Policing.DataModel.Validation;

namespace Policing.DataModel.Json;

/// <summary>What the reader met, by the byte of the value's first token; the place is worked out afterwards, once, where it is asked for.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Offset">The byte.</param>
/// <param name="Member">The model's own name of a missing member of the object at that byte; else null.</param>
internal readonly record struct ReadNote(FindingRule Rule, long Offset, string? Member);
