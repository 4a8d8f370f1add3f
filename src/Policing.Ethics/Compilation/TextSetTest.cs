using Policing.DataModel.Codes;

namespace Policing.Ethics.Compilation;

internal sealed class TextSetTest(RequestAttribute attribute, ConditionOperator comparison, string[] values) : SetTest(comparison, values.Length)
{
    private readonly bool _isPurposes = RequestValues.IsPurposes(attribute);

    protected override (int Items, int Known) Mark(in AccessRequest request, Span<ulong> found)
    {
        int items = 0, known = 0;
        if (_isPurposes)
        {
            foreach (ProcessingPurpose purpose in RequestValues.Purposes(attribute, request))
            {
                items++;
                if (Mark(PlaceOf(purpose.OwnCode), found)) known++;
            }
            return (items, known);
        }
        foreach (string token in RequestValues.Tokens(attribute, request))
        {
            items++;
            if (Mark(PlaceOf(token), found)) known++;
        }
        return (items, known);
    }

    private int PlaceOf(string? text)
    {
        for (int place = 0; place < values.Length; place++)
            if (string.Equals(values[place], text, StringComparison.Ordinal)) return place;
        return -1;
    }
}
