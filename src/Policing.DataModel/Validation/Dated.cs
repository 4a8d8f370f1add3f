namespace Policing.DataModel.Validation;

/// <summary>A date of a record, and the member that holds it.</summary>
internal readonly record struct Dated(string Member, PartialDateTime At);
