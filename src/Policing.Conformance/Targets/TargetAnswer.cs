namespace Policing.Conformance.Targets;

/// <summary>What a program answers. Immutable.</summary>
public sealed class TargetAnswer
{
    private TargetAnswer()
    {
    }

    /// <summary>It would not take the document in, or cannot write what was asked for.</summary>
    public static TargetAnswer Refused { get; } = new() { Accepted = false };

    /// <summary>It would take the document in.</summary>
    public static TargetAnswer Taken { get; } = new() { Accepted = true };

    /// <summary>The document is valid.</summary>
    public static TargetAnswer Valid { get; } = new() { IsValid = true };

    /// <summary>The document is not valid.</summary>
    public static TargetAnswer NotValid { get; } = new() { IsValid = false };

    /// <summary>It does not do this after all. A skip is no pass.</summary>
    public static TargetAnswer Skipped { get; } = new() { IsSkipped = true };

    /// <summary>Whether it would take the document in; null where that was not asked.</summary>
    public bool? Accepted { get; private init; }

    /// <summary>Whether the document is valid; null where that was not asked.</summary>
    public bool? IsValid { get; private init; }

    /// <summary>What it wrote; null where that was not asked, or was refused.</summary>
    public ReadOnlyMemory<byte>? Document { get; private init; }

    /// <summary>Whether it skips what it was asked.</summary>
    public bool IsSkipped { get; private init; }

    /// <summary>The document that it wrote.</summary>
    public static TargetAnswer Written(ReadOnlyMemory<byte> document) => new() { Document = document, Accepted = true };
}
