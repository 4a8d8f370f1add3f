using Policing.DataModel;

namespace Policing.PartnerHost;

/// <summary>The keys that find a person by name.</summary>
internal static class NameKeys
{
    private const int BeginningLetters = 3;

    public static string Whole(string name) => "name:" + name;

    public static string Beginning(string name) => "name3:" + (name.Length > BeginningLetters ? name[..BeginningLetters] : name);

    public static string Sound(string part) => "sound:" + NameSound.Code(part);

    /// <summary>The keys of which two parts that sound alike, or are a slip apart, have one in common.</summary>
    public static IEnumerable<string> Near(string part) => NameEdit.Variants(part).Select(variant => "near:" + variant).Prepend(Sound(part));

    public static IEnumerable<string> Of(Person person) => person.Names.SelectMany(Of);

    private static IEnumerable<string> Of(PersonName name)
    {
        (string[] surname, string[] given) = PartsOf(name);
        string whole = string.Concat(surname);
        IEnumerable<string> ofSurname = whole.Length == 0 ? [] : surname.Append(whole).SelectMany(Near).Append(Whole(whole)).Append(Beginning(whole));
        return ofSurname.Concat(given.Select(Sound));
    }

    /// <summary>Surname and given names; of a name that could not be taken apart the last part is taken for the surname.</summary>
    public static (string[] Surname, string[] Given) PartsOf(PersonName name)
    {
        string[] surname = NameText.Parts(name.Surname);
        string[] given = [.. name.Given.SelectMany(NameText.Parts)];
        if (surname.Length > 0 || given.Length > 0) return (surname, given);
        string[] all = NameText.Parts(name.Full);
        return all.Length == 0 ? ([], []) : (all[^1..], all[..^1]);
    }
}
