using Policing.DataModel;

namespace Policing.Ethics.Compilation;

internal sealed class AgencyOneOfTest(RequestAttribute attribute, AgencyName[] names, bool wanted) : ConditionTest
{
    public override TestResult Of(in AccessRequest request)
    {
        if (RequestValues.Agency(attribute, request) is not { } agency) return TestResult.Error;
        return Result(IsOne(agency) == wanted);
    }

    private bool IsOne(Agency agency)
    {
        foreach (AgencyName name in names)
            if (name.Is(agency)) return true;
        return false;
    }
}
