namespace Policing.Ethics.Minimisation;

/// <summary>Why a member is not in a copy, as it stands in a note behind the pointer.</summary>
internal static class Reason
{
    public static ReadOnlySpan<byte> Withheld => "\":\"withheld\""u8;

    public static ReadOnlySpan<byte> Masked => "\":\"masked\""u8;
}
