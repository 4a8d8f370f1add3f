namespace Policing.Testing;

/// <summary>
/// The check letter of PNC ids and arrest/summons numbers: modulus 23 into an alphabet without I, O and S (POLE data standards dictionary
/// DS_072 and DS_073).
/// </summary>
internal static class CheckLetters
{
    private const string Alphabet = "ZABCDEFGHJKLMNPQRTUVWXY";

    public static char For(ulong number) => Alphabet[(int)(number % (ulong)Alphabet.Length)];
}
