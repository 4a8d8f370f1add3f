using System.Runtime.InteropServices;

namespace Policing.Ethics.Audit;

/// <summary>An entry without details, and its time where it says one.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MissingDetails(ulong Index, DateTimeOffset? Time);
