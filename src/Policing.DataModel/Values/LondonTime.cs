namespace Policing.DataModel;

/// <summary>What the clocks of London say of a local time that was given without an offset.</summary>
public enum LondonTime
{
    /// <summary>Cannot be told: no minute is given, an offset is, or the year is before 1996, when the present rule began.</summary>
    NotApplicable,

    /// <summary>The local time occurred once, in winter: Greenwich Mean Time, <c>+00:00</c>.</summary>
    Winter,

    /// <summary>The local time occurred once, in summer: British Summer Time, <c>+01:00</c>.</summary>
    Summer,

    /// <summary>The local time occurred twice: the clocks went back over it.</summary>
    Ambiguous,

    /// <summary>The local time did not occur: the clocks went forward over it.</summary>
    DoesNotExist,
}
