using System.Collections.Immutable;
using Policing.DataModel.Codes;

namespace Policing.Testing;

/// <summary>
/// Our own short list of names. Given names are common ones; surnames are put together from two words, as no register of people was used. A
/// name so made may be somebody's, which no list can rule out.
/// </summary>
internal static class PersonNames
{
    private static readonly ImmutableArray<string> Women =
    [
        "Agnes", "Beatrix", "Cerys", "Delia", "Esme", "Farida", "Greta", "Hanna", "Imogen", "Jaya", "Keira", "Leonie", "Maya", "Nerys",
        "Odette", "Priya", "Rhona", "Siân", "Thea", "Ursula", "Verity", "Winifred", "Yasmin", "Zoë",
    ];

    private static readonly ImmutableArray<string> Men =
    [
        "Alfie", "Bertram", "Callum", "Dewi", "Edmund", "Fergus", "Gethin", "Hamza", "Ivor", "Jasper", "Kofi", "Lachlan", "Magnus", "Neville",
        "Osian", "Percy", "Rafe", "Samir", "Tobias", "Umar", "Vernon", "Wilfred", "Yusuf", "Zachary",
    ];

    private static readonly ImmutableArray<string> Beginnings =
    [
        "Amber", "Bracken", "Cinder", "Dapple", "Ember", "Flint", "Gorse", "Juniper", "Kestrel", "Linnet", "Marram", "Nettle", "Pebble",
        "Quill", "Russet", "Sorrel", "Teasel", "Umber", "Vetch", "Willow", "Yarrow",
    ];

    private static readonly ImmutableArray<string> Endings =
    [
        "bellow", "dyke", "garth", "lowe", "penny", "quist", "sedge", "shank", "spur", "thrup", "whistle", "wright",
    ];

    public static string Given(ref SyntheticRandom random, Sex sex)
    {
        var names = sex == Sex.Female || (sex != Sex.Male && random.OnceIn(2)) ? Women : Men;
        return random.Pick(names.AsSpan());
    }

    /// <summary>Now and then double-barrelled or with an apostrophe, as surnames are.</summary>
    public static string Surname(ref SyntheticRandom random) => random.Below(20) switch
    {
        0 => "O'" + Joined(ref random),
        1 => Joined(ref random) + "-" + Joined(ref random),
        _ => Joined(ref random),
    };

    private static string Joined(ref SyntheticRandom random) => random.Pick(Beginnings.AsSpan()) + random.Pick(Endings.AsSpan());
}
