using System.Text.Json;

namespace Policing.Ethics.Audit;

/// <summary>An entry as it is read: what stands in the store, and whether it is what was logged.</summary>
/// <remarks>Immutable. The details hold people's data.</remarks>
public sealed class AuditRecord
{
    private readonly StoredEntry _row;
    private readonly CoreView? _core;

    internal AuditRecord(StoredEntry row)
    {
        _row = row;
        _core = CoreView.TryRead(row.Core, out CoreView? core) ? core : null;
        IsIntact = _core?.Id is not null && row.Leaf() is not null && (row.Details is null || row.HasGoodDetails());
    }

    /// <summary>The place in the log, from 0.</summary>
    public ulong Index => _row.Index;

    /// <summary>The id; none where the core cannot be read.</summary>
    public AuditEntryId Id => _core?.Id is { } id ? AuditLog.IdOf(id) : default;

    /// <summary>What it is about; null where that is not known to this release.</summary>
    public AuditEntryKind? Kind => _core?.Kind;

    /// <summary>What was done.</summary>
    public AccessOperation Operation => _core?.Operation ?? default;

    /// <summary>When, as the entry says; null where it cannot be read.</summary>
    public DateTimeOffset? Time => _core?.Time;

    /// <summary>Whether it was permitted; null where nothing was decided.</summary>
    public bool? IsPermitted => _core?.Outcome is null ? null : _core.IsPermitted;

    /// <summary>The pseudonym of who acted.</summary>
    public string? Actor => _core?.Actor;

    /// <summary>The agency that the data was given to, as scheme and id.</summary>
    public string? Recipient => _core?.Recipient;

    /// <summary>The core, as canonical JSON.</summary>
    public ReadOnlyMemory<byte> Core => _row.Core;

    /// <summary>The salt of the core: with both and the leaf, anybody sees that it is the core that was logged.</summary>
    public ReadOnlyMemory<byte> CoreSalt => _row.CoreSalt;

    /// <summary>The details, as canonical JSON; null where they were erased.</summary>
    public ReadOnlyMemory<byte>? Details => _row.Details is { } details ? (ReadOnlyMemory<byte>?)details : null;

    /// <summary>The salt of the details; null where they were erased.</summary>
    public ReadOnlyMemory<byte>? DetailsSalt => _row.DetailsSalt is { } salt ? (ReadOnlyMemory<byte>?)salt : null;

    /// <summary>
    /// Whether core and details can be read and the details are those of the leaf. That the leaf is the one of the log shows a proof: hold <see cref="LeafHash"/> against it.
    /// </summary>
    public bool IsIntact { get; }

    /// <summary>The hash of the leaf that this core and these details make; <c>default</c> where they make none.</summary>
    public MerkleHash LeafHash => _row.Leaf() ?? default;

    internal CoreView? View => _core;

    /// <summary>Kind and place; never what is in it.</summary>
    public override string ToString() => $"{nameof(AuditRecord)} {Index} {Kind}";

    internal static bool IsJson(ReadOnlySpan<byte> utf8)
    {
        Utf8JsonReader reader = new(utf8);
        try
        {
            while (reader.Read())
            {
            }
            return utf8.Length > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
