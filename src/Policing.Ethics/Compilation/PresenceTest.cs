namespace Policing.Ethics.Compilation;

/// <summary>Whether there is an agency, or something in a set.</summary>
internal sealed class PresenceTest(RequestAttribute attribute, bool wanted) : ConditionTest
{
    private readonly AttributeShape _shape = AttributeShapes.Of(attribute);

    public override TestResult Of(in AccessRequest request) => Result(IsPresent(request) == wanted);

    private bool IsPresent(in AccessRequest request) => _shape switch
    {
        AttributeShape.Agency => RequestValues.Agency(attribute, request) is not null,
        AttributeShape.Agencies => !RequestValues.Agencies(attribute, request).IsEmpty,
        AttributeShape.Texts when RequestValues.IsPurposes(attribute) => !RequestValues.Purposes(attribute, request).IsEmpty,
        AttributeShape.Texts => !RequestValues.Tokens(attribute, request).IsEmpty,
        _ => attribute is RequestAttribute.Classes || request.Subjects is not SubjectCategories.Unknown,
    };
}
