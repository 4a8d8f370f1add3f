using System.Diagnostics.CodeAnalysis;

namespace Policing.Samples.Partner.Identity;

/// <summary>Why a subject token is refused, in words that repeat nothing of it.</summary>
[SuppressMessage("Design", "CA1032", Justification = "It is caught where it is thrown.")]
[SuppressMessage("Design", "CA1064", Justification = "It is caught where it is thrown.")]
internal sealed class SubjectTokenException(string reason) : Exception(reason);
