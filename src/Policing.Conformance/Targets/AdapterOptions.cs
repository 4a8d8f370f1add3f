using Policing.DataModel;

namespace Policing.Conformance.Targets;

/// <summary>How a program in any language is started and what it may cost. Immutable.</summary>
public sealed record AdapterOptions
{
    /// <summary>The program. It is started as it is, without a shell.</summary>
    public required string Program { get; init; }

    /// <summary>Its arguments, each as it is.</summary>
    public ValueList<string> Arguments { get; init; }

    /// <summary>
    /// The names of environment variables that it gets besides PATH, HOME, TMPDIR, LANG and their like; it gets no others, so that no key of the caller's
    /// reaches it unasked.
    /// </summary>
    public ValueList<string> Environment { get; init; }

    /// <summary>The longest that one answer may take. 30 seconds if not set.</summary>
    public TimeSpan AnswerTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most bytes of one answer. 32 MiB if not set.</summary>
    public int AnswerBytes { get; init; } = 32 << 20;

    /// <summary>How often it is started again after it has ended in the middle. 3 if not set.</summary>
    public int Restarts { get; init; } = 3;

    /// <summary>The clock of the time-outs. The system's if not set.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
