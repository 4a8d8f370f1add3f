using System.Globalization;
using System.Runtime.InteropServices;

namespace Policing.Testing;

/// <summary>A month of the archive.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ArchiveMonth(int Year, int Month)
{
    private const int MonthsInYear = 12;

    public static ArchiveMonth Of(DateOnly date) => new(date.Year, date.Month);

    /// <summary>The month as file names and rows write it, such as <c>2023-04</c>.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}");

    /// <summary>Midnight of its first day in UTC.</summary>
    public DateTimeOffset Start => new(Year, Month, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// Midnight of its first day in London. Summer time runs from the last Sunday of March to the last of October, so a first of the month
    /// has it from April to October.
    /// </summary>
    public DateTimeOffset LondonStart => Month is >= 4 and <= 10 ? Start.AddHours(-1) : Start;

    public ArchiveMonth Plus(int months)
    {
        var total = (Year * MonthsInYear) + Month - 1 + months;
        return new(total / MonthsInYear, (total % MonthsInYear) + 1);
    }
}
