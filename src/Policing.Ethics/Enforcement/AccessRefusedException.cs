namespace Policing.Ethics;

/// <summary>An access was refused. Nothing of the data, the rules or the context is in it.</summary>
/// <remarks>It is not an <see cref="HttpRequestException"/>, so that nothing retries a refusal.</remarks>
public sealed class AccessRefusedException : Exception
{
    internal AccessRefusedException(RefusalCode code, AuditEntryId entry)
        : base($"The access was refused: {Words(code)}. Audit entry: {entry}.")
    {
        Code = code;
        Entry = entry;
    }

    /// <summary>What a caller may know of the reason.</summary>
    public RefusalCode Code { get; }

    /// <summary>The audit entry that says all of it; none where it could not be written.</summary>
    public AuditEntryId Entry { get; }

    private static string Words(RefusalCode code) => code switch
    {
        RefusalCode.PurposeRequired => "it needs a purpose and a complete context",
        RefusalCode.Unavailable => "it could not be decided, recorded or carried out",
        _ => "it is not permitted",
    };
}
