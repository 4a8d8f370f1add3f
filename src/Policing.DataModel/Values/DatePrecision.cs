namespace Policing.DataModel;

/// <summary>How much of a date and time is known.</summary>
public enum DatePrecision
{
    /// <summary>Nothing: the value is absent or malformed.</summary>
    None,

    /// <summary>The year.</summary>
    Year,

    /// <summary>Year and month.</summary>
    Month,

    /// <summary>The date.</summary>
    Day,

    /// <summary>Date, hour and minute.</summary>
    Minute,

    /// <summary>Date and time to the second.</summary>
    Second,

    /// <summary>Date and time to a fraction of a second.</summary>
    Fraction,
}
