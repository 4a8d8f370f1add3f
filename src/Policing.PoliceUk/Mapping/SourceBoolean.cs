namespace Policing.PoliceUk.Mapping;

/// <summary>Booleans as the archive prints them over the years.</summary>
internal static class SourceBoolean
{
    /// <summary>Reads one; null for a blank one. False where it is another text.</summary>
    public static bool TryRead(string text, out bool? value)
    {
        value = text switch
        {
            "True" or "true" or "TRUE" or "1.0" or "1" => true,
            "False" or "false" or "FALSE" or "0.0" or "0" => false,
            _ => null,
        };
        return value is not null || string.IsNullOrWhiteSpace(text);
    }
}
