namespace Policing.DataModel.Validation;

/// <summary>Whether a pointer leads to a value.</summary>
internal enum Presence
{
    /// <summary>It is no pointer, or names no member of the record's type.</summary>
    Nowhere,

    /// <summary>It names a member that has no value.</summary>
    Absent,

    /// <summary>It leads to a value.</summary>
    Present,
}
