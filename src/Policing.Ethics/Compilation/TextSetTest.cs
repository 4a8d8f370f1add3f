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
                if (Mark(values.IndexOf(purpose.OwnCode), found)) known++;
            }
            return (items, known);
        }
        foreach (string token in RequestValues.Tokens(attribute, request))
        {
            items++;
            if (Mark(values.IndexOf(token), found)) known++;
        }
        return (items, known);
    }
}
