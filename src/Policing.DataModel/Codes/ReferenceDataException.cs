using System.Diagnostics.CodeAnalysis;

namespace Policing.DataModel.Codes;

/// <summary>A code list cannot be used. The message says what to do and quotes nothing of the list.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Its messages are this package's own.")]
public sealed class ReferenceDataException : Exception
{
    internal ReferenceDataException(string message)
        : base(message)
    {
    }
}
