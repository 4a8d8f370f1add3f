namespace Policing.AuditDrill.PowerLoss;

/// <summary>One thing that a process did to a file, as <c>journal.c</c> notes it.</summary>
internal readonly record struct DiskOperation(char Kind, int File, ulong Argument, ReadOnlyMemory<byte> Bytes)
{
    public const char IsThere = 'c';
    public const char Write = 'w';
    public const char Cut = 't';
    public const char Synced = 's';
    public const char Deleted = 'd';
}
