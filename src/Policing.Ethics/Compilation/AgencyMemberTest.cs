using Policing.DataModel;

namespace Policing.Ethics.Compilation;

internal sealed class AgencyMemberTest(RequestAttribute attribute, RequestAttribute other, bool wanted) : ConditionTest
{
    public override TestResult Of(in AccessRequest request)
    {
        if (RequestValues.Agency(attribute, request) is not { } agency) return TestResult.Error;
        AgencyName name = AgencyName.Of(agency);
        foreach (Agency member in RequestValues.Agencies(other, request))
            if (name.Is(member)) return Result(wanted);
        return Result(!wanted);
    }
}
