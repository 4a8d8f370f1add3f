using Policing.DataModel.Codes;

namespace Policing.Ethics.Compilation;

internal sealed class TextMemberTest(RequestAttribute attribute, RequestAttribute other, bool wanted) : ConditionTest
{
    private readonly bool _isPurposes = RequestValues.IsPurposes(other);

    public override TestResult Of(in AccessRequest request)
    {
        if (RequestValues.Text(attribute, request) is not { } text) return TestResult.Error;
        return Result((_isPurposes ? IsPurpose(text, request) : IsToken(text, request)) == wanted);
    }

    private bool IsPurpose(string text, in AccessRequest request)
    {
        foreach (ProcessingPurpose purpose in RequestValues.Purposes(other, request))
            if (string.Equals(purpose.OwnCode, text, StringComparison.Ordinal)) return true;
        return false;
    }

    private bool IsToken(string text, in AccessRequest request)
    {
        foreach (string token in RequestValues.Tokens(other, request))
            if (string.Equals(token, text, StringComparison.Ordinal)) return true;
        return false;
    }
}
