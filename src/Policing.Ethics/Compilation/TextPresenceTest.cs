namespace Policing.Ethics.Compilation;

/// <summary>The most frequent test of all: whether a text is there.</summary>
internal sealed class TextPresenceTest(RequestAttribute attribute, bool wanted) : ConditionTest
{
    public override TestResult Of(in AccessRequest request) => Result(RequestValues.Text(attribute, request) is not null == wanted);
}
