namespace Policing.DataModel.Quality;

/// <summary>What figures are of: one record type and one controller.</summary>
/// <param name="RecordType">The type; <c>unreadable</c> for lines that could not be read, <c>unknown</c> for types that the model does not define.</param>
/// <param name="Controller">The first controller as <c>scheme:id</c>; <c>none</c> where there is none, <c>unlisted</c> where it is not of the police register.</param>
public readonly record struct QualityKey(string RecordType, string Controller) : IComparable<QualityKey>
{
    /// <summary>By record type, then by controller, ordinal.</summary>
    public int CompareTo(QualityKey other)
    {
        int order = string.CompareOrdinal(RecordType, other.RecordType);
        return order != 0 ? order : string.CompareOrdinal(Controller, other.Controller);
    }

    /// <summary>By record type, then by controller.</summary>
    public static bool operator <(QualityKey left, QualityKey right) => left.CompareTo(right) < 0;

    /// <summary>By record type, then by controller.</summary>
    public static bool operator >(QualityKey left, QualityKey right) => left.CompareTo(right) > 0;

    /// <summary>By record type, then by controller.</summary>
    public static bool operator <=(QualityKey left, QualityKey right) => left.CompareTo(right) <= 0;

    /// <summary>By record type, then by controller.</summary>
    public static bool operator >=(QualityKey left, QualityKey right) => left.CompareTo(right) >= 0;
}
