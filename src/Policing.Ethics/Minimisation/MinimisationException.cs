using System.Diagnostics.CodeAnalysis;

namespace Policing.Ethics.Minimisation;

/// <summary>A text was not minimised; nothing of it was written. It names the reason and the place, never content.</summary>
[SuppressMessage("Design", "CA1032", Justification = "It is made from a fault only, so that it cannot carry content.")]
public sealed class MinimisationException : Exception
{
    internal MinimisationException(MinimisationFault fault, long offset)
        : base(Text(fault))
    {
        Fault = fault;
        Offset = offset;
    }

    /// <summary>The reason.</summary>
    public MinimisationFault Fault { get; }

    /// <summary>The byte of the text at which the trouble is, or at which it was noticed.</summary>
    public long Offset { get; }

    private static string Text(MinimisationFault fault) => fault switch
    {
        MinimisationFault.NotJson => "The text is not one JSON value.",
        MinimisationFault.NotUnicode => "The text is not valid Unicode.",
        MinimisationFault.DuplicateName => "An object has a name twice.",
        MinimisationFault.OverLimit => "The text is over a limit.",
        MinimisationFault.NotARecord => "The text is not an object with a type.",
        MinimisationFault.NotShared => "The view gives nothing of this record type.",
        MinimisationFault.UnreadableMarking => "The marking or state has a form that cannot be read.",
        MinimisationFault.MustUnderstand => "The record has an extension that a reader must understand, and the view does not give it.",
        MinimisationFault.RedactorFailed => "A redactor failed.",
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };
}
