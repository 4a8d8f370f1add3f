using System.Diagnostics.CodeAnalysis;

namespace Policing.DataModel.Completeness;

/// <summary>A file of profiles, or of their tests, cannot be used. None of it is: there is no partly loaded set.</summary>
[SuppressMessage("Design", "CA1032", Justification = "It is made from a place and a fault only.")]
public sealed class ProfileException : Exception
{
    internal ProfileException(string pointer, string fault)
        : base($"The profiles cannot be used: at '{pointer}', {fault}") => Pointer = pointer;

    /// <summary>The place in the file, as a JSON Pointer (RFC 6901); empty for the whole.</summary>
    public string Pointer { get; }
}
