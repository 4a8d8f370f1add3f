using Policing.Conformance.Waivers;
using Policing.DataModel.Codes;

namespace Policing.Conformance.Running;

/// <summary>How a run is made. Immutable.</summary>
public sealed record ConformanceOptions
{
    /// <summary>The waivers; none if not set.</summary>
    public WaiverList Waivers { get; init; } = WaiverList.None;

    /// <summary>A full run takes no waiver. Not set unless asked for.</summary>
    public bool Full { get; init; }

    /// <summary>The code lists. Those of this release if not set.</summary>
    public IReferenceData ReferenceData { get; init; } = DataModel.Codes.ReferenceData.BuiltIn;

    /// <summary>The highest marking that documents may have where they are judged; null for none. OFFICIAL, with or without -SENSITIVE, if not set.</summary>
    public SecurityTier? Ceiling { get; init; } = SecurityTier.Official;

    /// <summary>
    /// Whether documents are held to the POLE profiles too, which takes some 90 bytes for each record of a file of lines. Requirements of completeness are in no
    /// result otherwise. Not set unless asked for.
    /// </summary>
    public bool Completeness { get; init; }

    /// <summary>How many places a requirement keeps, at least 0; all are counted. 20 if not set.</summary>
    public int MaxPlaces
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 20;

    /// <summary>Whether places name paths. A path may be a person's name, so they do not if not set.</summary>
    public bool ShowPaths { get; init; }

    /// <summary>The clock. The system's if not set.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
