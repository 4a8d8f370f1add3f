using Policing.DataModel;

namespace Policing.Ethics.Compilation;

internal sealed class AgencySetTest(RequestAttribute attribute, ConditionOperator comparison, AgencyName[] values) : SetTest(comparison, values.Length)
{
    protected override (int Items, int Known) Mark(in AccessRequest request, Span<ulong> found)
    {
        int items = 0, known = 0;
        foreach (Agency agency in RequestValues.Agencies(attribute, request))
        {
            items++;
            if (Mark(PlaceOf(agency), found)) known++;
        }
        return (items, known);
    }

    private int PlaceOf(Agency agency)
    {
        for (int place = 0; place < values.Length; place++)
            if (values[place].Is(agency)) return place;
        return -1;
    }
}
