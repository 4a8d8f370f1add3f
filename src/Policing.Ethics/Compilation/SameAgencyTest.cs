using Policing.DataModel;

namespace Policing.Ethics.Compilation;

internal sealed class SameAgencyTest(RequestAttribute attribute, RequestAttribute other, bool wanted) : ConditionTest
{
    public override TestResult Of(in AccessRequest request)
    {
        if (RequestValues.Agency(attribute, request) is not { } left || RequestValues.Agency(other, request) is not { } right) return TestResult.Error;
        return Result(AgencyName.Of(left).Is(right) == wanted);
    }
}
