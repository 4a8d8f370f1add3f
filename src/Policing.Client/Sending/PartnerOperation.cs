using Policing.Ethics;

namespace Policing.Client;

/// <summary>What a kind of call is.</summary>
/// <param name="Name">As problems, logs and traces name it.</param>
/// <param name="Class">Whether it may be sent twice.</param>
/// <param name="HasEffect">Whether it changes something at the partner.</param>
/// <param name="Access">What it is to a policy.</param>
/// <param name="IsStream">Whether the answer comes bit by bit, and without end.</param>
internal sealed record PartnerOperation(string Name, OperationClass Class, bool HasEffect, AccessOperation Access, bool IsStream = false)
{
    public static readonly PartnerOperation Capabilities = Read("capabilities.get", AccessOperation.Unstated);
    public static readonly PartnerOperation ReferenceLists = Read("reference-data.list", AccessOperation.Unstated);
    public static readonly PartnerOperation ReferenceList = Read("reference-data.get", AccessOperation.Unstated);
    public static readonly PartnerOperation Checkpoint = Read("audit.checkpoint", AccessOperation.Unstated);
    public static readonly PartnerOperation Tile = Read("audit.tile", AccessOperation.Unstated);
    public static readonly PartnerOperation GetRecord = Read("records.get", AccessOperation.Consultation);
    public static readonly PartnerOperation CreateRecord = Write("records.create", OperationClass.Idempotent, AccessOperation.Disclosure);
    public static readonly PartnerOperation ReplaceRecord = Write("records.replace", OperationClass.Idempotent, AccessOperation.Disclosure);
    public static readonly PartnerOperation ChangeStatus = Write("records.status", OperationClass.UnknownOutcome, AccessOperation.Alteration);
    public static readonly PartnerOperation ChangeStatusKeyed = Write("records.status", OperationClass.Keyed, AccessOperation.Alteration);
    public static readonly PartnerOperation History = Read("records.history", AccessOperation.Consultation);
    public static readonly PartnerOperation Links = Read("records.links", AccessOperation.Consultation);
    public static readonly PartnerOperation Search = Read("search", AccessOperation.Consultation);
    public static readonly PartnerOperation SubmitBundle = Write("bundles.submit", OperationClass.Keyed, AccessOperation.Disclosure);
    public static readonly PartnerOperation Receipt = Read("bundles.receipt", AccessOperation.Consultation);
    public static readonly PartnerOperation Changes = Read("changes.get", AccessOperation.Consultation);
    public static readonly PartnerOperation FollowChanges = Read("changes.follow", AccessOperation.Consultation) with { IsStream = true };

    private static PartnerOperation Read(string name, AccessOperation access) => new(name, OperationClass.Idempotent, HasEffect: false, access);

    private static PartnerOperation Write(string name, OperationClass @class, AccessOperation access) => new(name, @class, HasEffect: true, access);
}
