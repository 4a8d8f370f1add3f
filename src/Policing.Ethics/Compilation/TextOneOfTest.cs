namespace Policing.Ethics.Compilation;

internal sealed class TextOneOfTest(RequestAttribute attribute, string[] values, bool wanted) : ConditionTest
{
    public override TestResult Of(in AccessRequest request)
    {
        if (RequestValues.Text(attribute, request) is not { } text) return TestResult.Error;
        foreach (string value in values)
            if (string.Equals(text, value, StringComparison.Ordinal)) return Result(wanted);
        return Result(!wanted);
    }
}
