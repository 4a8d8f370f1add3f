using Policing.DataModel;

namespace Policing.Ethics.Minimisation;

/// <summary>
/// What a recipient may have of each record type: a list of members or of data classes, by name and version. What it does not list is left
/// out. Written in C#, or read from JSON with <see cref="Parse"/>. Immutable; equality is by content. Thread-safe.
/// </summary>
/// <remarks>
/// A view is held against the model when a <see cref="Minimiser"/> is made of it. Of each record the id, type, model version, state and protective
/// marking are always given, and of a bundle its kind, operational status and records: a copy without them could not be handled safely.
/// </remarks>
public sealed record SharingView
{
    /// <summary>The view's name, as its copies carry it: 1 to 100 letters, digits, dots, hyphens, underscores or colons.</summary>
    public required string Id { get; init; }

    /// <summary>The view's version, of the same form.</summary>
    public required string Version { get; init; }

    /// <summary>What it is for, in words; not in the copies.</summary>
    public string? Title { get; init; }

    /// <summary>Whether copies say which members they lack. <c>default</c>: they do, those of covert members aside.</summary>
    public WithheldNotes Notes { get; init; }

    /// <summary>What is given of each record type. A record of a type that is not here is not given at all.</summary>
    public required ValueList<RecordSharing> Records { get; init; }

    /// <summary>Reads a view from UTF-8 JSON: docs/minimisation.md shows one.</summary>
    /// <exception cref="SharingViewException">It is no view; each problem has its place.</exception>
    public static SharingView Parse(ReadOnlySpan<byte> utf8) => SharingViewText.Parse(utf8);

    /// <summary>The id and version.</summary>
    public override string ToString() => $"{Id} {Version}";
}
