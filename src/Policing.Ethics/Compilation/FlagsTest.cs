namespace Policing.Ethics.Compilation;

internal sealed class FlagsTest(RequestAttribute attribute, ConditionOperator comparison, int wanted) : ConditionTest
{
    public override TestResult Of(in AccessRequest request)
    {
        int flags = attribute is RequestAttribute.Subjects ? (int)request.Subjects : (int)RequestValues.Classes(request);
        if (flags == 0) return TestResult.Error;
        return Result(comparison switch
        {
            ConditionOperator.ContainsAny => (flags & wanted) != 0,
            ConditionOperator.ContainsAll => (flags & wanted) == wanted,
            ConditionOperator.ContainsNone => (flags & wanted) == 0,
            _ => (flags & ~wanted) == 0,
        });
    }
}
