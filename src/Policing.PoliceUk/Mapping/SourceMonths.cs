using Policing.DataModel;

namespace Policing.PoliceUk.Mapping;

/// <summary>Reads the month column, whose text is mostly that of the row before. Not thread-safe.</summary>
internal sealed class SourceMonths
{
    private string? _text;
    private PartialDateTime _month;

    /// <summary>The month; false where the text is none.</summary>
    public bool TryRead(string text, out PartialDateTime month)
    {
        if (!ReferenceEquals(text, _text))
        {
            _text = text;
            _month = PartialDateTime.FromText(text);
        }

        month = _month;
        return month.Precision == DatePrecision.Month;
    }
}
