namespace Policing.PoliceUk.Mapping;

/// <summary>What a field may hold, so that any reader of the model with its default limits can read the record.</summary>
internal static class FieldLength
{
    // In UTF-8 still below the limit of a string in JSON.
    private const int Most = 16_000;

    /// <summary>The place of the first text that is too long; -1 where none is.</summary>
    public static int FirstOver(params ReadOnlySpan<string> texts)
    {
        for (var i = 0; i < texts.Length; i++)
        {
            if (texts[i].Length > Most)
                return i;
        }

        return -1;
    }
}
