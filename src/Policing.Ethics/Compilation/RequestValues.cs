using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Ethics.Compilation;

/// <summary>The values of a request, by attribute. Nothing here allocates.</summary>
internal static class RequestValues
{
    private const string Active = "active";

    public static string? Text(RequestAttribute attribute, in AccessRequest request) => attribute switch
    {
        RequestAttribute.Purpose => request.Context!.Purpose.OwnCode,
        RequestAttribute.Basis => request.Context!.Basis?.OwnCode,
        RequestAttribute.Condition => request.Context!.Sensitive?.Condition?.OwnCode,
        RequestAttribute.ReasonCode => request.Context!.ReasonCode,
        RequestAttribute.System => request.Context!.Actor.System,
        RequestAttribute.Status => StateOf(request.Status),
        RequestAttribute.PolicyDocument => request.Context!.Sensitive?.PolicyDocument,
        RequestAttribute.StrictNecessity => request.Context!.Sensitive?.StrictNecessity,
        RequestAttribute.CaseReference => request.Context!.CaseReference,
        RequestAttribute.Justification => request.Context!.Justification,
        RequestAttribute.Emergency => request.Context!.Emergency,
        RequestAttribute.Session => request.Context!.Session,
        RequestAttribute.Person => request.Context!.Actor.Person,
        RequestAttribute.OnBehalfOf => request.Context!.OnBehalfOf is null ? null : "",
        _ => null,
    };

    public static Agency? Agency(RequestAttribute attribute, in AccessRequest request) => attribute switch
    {
        RequestAttribute.Agency => request.Context!.Actor.Agency,
        RequestAttribute.Recipient => request.Recipient,
        _ => null,
    };

    public static ValueList<Agency> Agencies(RequestAttribute attribute, in AccessRequest request) => attribute switch
    {
        RequestAttribute.ReleaseTo => request.Marking?.ReleaseTo ?? default,
        RequestAttribute.Controllers => request.Controllers,
        RequestAttribute.PermittedAgencies => request.Status?.PermittedAgencies ?? default,
        _ => default,
    };

    public static ValueList<string> Tokens(RequestAttribute attribute, in AccessRequest request) => attribute switch
    {
        RequestAttribute.Roles => request.Context!.Actor.Roles,
        RequestAttribute.Facts => request.Facts,
        _ => default,
    };

    public static ValueList<ProcessingPurpose> Purposes(RequestAttribute attribute, in AccessRequest request) => attribute switch
    {
        RequestAttribute.CollectedFor => request.CollectedFor,
        RequestAttribute.PermittedPurposes => request.Status?.PermittedPurposes ?? default,
        _ => default,
    };

    public static bool IsPurposes(RequestAttribute attribute) => attribute is RequestAttribute.CollectedFor or RequestAttribute.PermittedPurposes;

    public static RecordClasses Classes(in AccessRequest request) =>
        request.Classes is RecordClasses.Unstated ? RecordTypeClasses.Of(request.RecordType) : request.Classes;

    // A state that is given and cannot be read is not active.
    private static string StateOf(RecordStatus? status) => status?.State is not { } state ? Active : state.OwnCode ?? "";
}
