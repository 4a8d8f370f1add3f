namespace Policing.AuditDrill.PowerLoss;

/// <summary>What a disk has of the writes that no sync covers when power is lost.</summary>
internal enum LossKind
{
    /// <summary>Nothing.</summary>
    All,

    /// <summary>Some writes, whole, in any order.</summary>
    SomeWrites,

    /// <summary>Some sectors of 512 bytes, in any order: writes are torn.</summary>
    SomeSectors,
}
