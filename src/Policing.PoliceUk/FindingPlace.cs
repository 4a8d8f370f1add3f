using System.Runtime.InteropServices;

namespace Policing.PoliceUk;

/// <summary>Where something was found. <c>default</c> is no place.</summary>
/// <param name="Line">The number, from 1, of the line of the input, of that of the output where there is a pointer, or of the element of an answer.</param>
/// <param name="Column">In the input the column's number from 1, or 0 for the row as a whole; in the output the byte of the line from 1.</param>
/// <param name="Pointer">The JSON Pointer into the record on that line of the output; null for a place in the input.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FindingPlace(long Line, long Column, string? Pointer);
