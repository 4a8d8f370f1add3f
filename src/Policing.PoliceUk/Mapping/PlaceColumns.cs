using System.Runtime.InteropServices;

namespace Policing.PoliceUk.Mapping;

/// <summary>The columns of a row that say where it was, as text.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PlaceColumns(string Longitude, string Latitude, string Text, string LsoaCode, string LsoaName)
{
    private const string NoLocation = "No Location";

    public bool HasPoint => !string.IsNullOrWhiteSpace(Longitude) || !string.IsNullOrWhiteSpace(Latitude);

    /// <summary>Whether there is a place at all.</summary>
    public bool IsPlace => HasPoint || HasWords || LsoaCode.Length > 0 || LsoaName.Length > 0;

    private bool HasWords => !string.IsNullOrWhiteSpace(Text) && !string.Equals(Text, NoLocation, StringComparison.OrdinalIgnoreCase);

    /// <summary>The words as published, or null.</summary>
    public string? Description => string.IsNullOrWhiteSpace(Text) ? null : Text;
}
