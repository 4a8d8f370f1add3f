using Policing.DataModel;

namespace Policing.PartnerHost.Tests;

/// <summary>
/// Names: what the algorithm is, and how good. The labelled set is synthetic: common British surnames and given names, each changed as clerks, callers and keyboards
/// change them (one person), against other names of the list (other people).
/// </summary>
public sealed class NameMatchingTests(ITestOutputHelper output)
{
    private static readonly string[] s_surnames =
    [
        "Smith", "Jones", "Taylor", "Brown", "Williams", "Wilson", "Johnson", "Davies", "Robinson", "Wright", "Thompson", "Evans", "Walker", "White", "Roberts", "Green", "Hall", "Wood",
        "Jackson", "Clarke", "Patel", "Khan", "Lewis", "Harris", "Clark", "Cooper", "Ward", "Turner", "Martin", "Hughes", "Edwards", "Hill", "Moore", "Allen", "King", "Baker", "Morris",
        "Phillips", "Campbell", "Mitchell", "Anderson", "Carter", "Parker", "Bailey", "Collins", "Bennett", "Murphy", "Richardson", "Cook", "Kelly", "Shaw", "Price", "Marshall", "Simpson",
        "Griffiths", "Webb", "Rogers", "Gray", "Chapman", "Hunt", "Mills", "Palmer", "Holmes", "Stevens", "Knight", "Fisher", "Barnes", "Butler", "Powell", "Jenkins", "Harvey", "Dixon",
        "Pearson", "Graham", "Fletcher", "Gibson", "Howard", "Andrews", "Reynolds", "Elliott", "Ford", "Fox", "Hussain", "Ahmed", "Begum", "Singh", "Kaur", "Nowak", "Kowalski", "MacDonald",
        "McKenzie", "O'Brien", "O'Connor", "Fitzgerald", "Stewart", "Cunningham", "Sutherland", "Gallagher", "Okafor", "Adeyemi", "Nguyen", "Wojcik", "Dąbrowski", "Müller", "Brontë", "Llewellyn",
        "Featherstone", "Cholmondeley", "Beauchamp", "Whittaker", "Armstrong", "Blackwood", "Pemberton", "Lancaster", "Rutherford", "Hargreaves", "Shackleton", "Winterbottom",
    ];

    private static readonly string[] s_given =
        ["James", "Mary", "Robert", "Patricia", "Michael", "Jennifer", "William", "Elizabeth", "David", "Susan", "Richard", "Margaret", "Thomas", "Sarah", "Christopher", "Rebecca", "Daniel", "Victoria", "Anthony", "Catherine"];

    private static readonly (string From, string To)[] s_spellings =
        [("ph", "f"), ("ck", "k"), ("th", "t"), ("ll", "l"), ("tt", "t"), ("ss", "s"), ("nn", "n"), ("y", "ie"), ("ie", "y"), ("c", "k"), ("z", "s"), ("ei", "ie"), ("ey", "y"), ("gh", "g"), ("w", "v"), ("mp", "m"), ("au", "o"), ("Mac", "Mc"), ("Mc", "Mac"), ("v", "f")];

    private static readonly Dictionary<string, string> s_short = new(StringComparer.Ordinal)
    {
        ["James"] = "Jim",
        ["Robert"] = "Bob",
        ["Patricia"] = "Pat",
        ["Michael"] = "Mick",
        ["Jennifer"] = "Jen",
        ["William"] = "Bill",
        ["Elizabeth"] = "Beth",
        ["Richard"] = "Rick",
        ["Margaret"] = "Maggie",
        ["Thomas"] = "Tom",
        ["Christopher"] = "Chris",
        ["Rebecca"] = "Becky",
        ["Daniel"] = "Dan",
        ["Victoria"] = "Vicky",
        ["Anthony"] = "Tony",
        ["Catherine"] = "Kate",
        ["David"] = "Dave",
        ["Susan"] = "Sue",
    };

    private static Person Of(string surname, string given) => new() { Id = RecordId.New(), Names = [new PersonName { Given = [given], Surname = surname }] };

    [Theory]
    [InlineData("Smith", "Smyth")]
    [InlineData("Thompson", "Thomson")]
    [InlineData("MacDonald", "McDonald")]
    [InlineData("O'Brien", "OBrien")]
    [InlineData("Brontë", "Bronte")]
    [InlineData("Phillips", "Philips")]
    [InlineData("Catherine", "Katherine")]
    [InlineData("Wright", "Wirght")]
    [InlineData("Khan-Patel", "Khan")]
    public void These_are_near(string asked, string held) => Assert.True(new NameQuery(asked, null, NameMode.Phonetic).Match(Of(held, "A")) >= MatchQuality.Near);

    [Theory]
    [InlineData("Smith", "Jones")]
    [InlineData("Hall", "Hill")]
    [InlineData("Ward", "Wood")]
    [InlineData("Cox", "Fox")]
    [InlineData("Green", "Gray")]
    public void These_are_not_the_same(string asked, string held) => Assert.NotEqual(MatchQuality.Same, new NameQuery(asked, null, NameMode.Phonetic).Match(Of(held, "A")));

    [Fact]
    public void Whatever_matches_has_a_key_in_common()
    {
        foreach (Pair pair in Pairs().Where(pair => pair.Same))
        {
            NameQuery query = new(pair.Surname, pair.Given, NameMode.Phonetic);
            Person held = Of(pair.OtherSurname, pair.OtherGiven);
            if (query.Match(held) >= MatchQuality.Near) Assert.True(query.Keys.Intersect(NameKeys.Of(held), StringComparer.Ordinal).Any(), "A match would not be found.");
        }
    }

    [Fact]
    public void Recall_and_precision_on_the_labelled_set()
    {
        (int found, int missed, int wrong, int right) = (0, 0, 0, 0);
        Dictionary<string, int> missedBy = new(StringComparer.Ordinal);
        foreach (Pair pair in Pairs())
        {
            bool matched = new NameQuery(pair.Surname, pair.Given, NameMode.Phonetic).Match(Of(pair.OtherSurname, pair.OtherGiven)) >= MatchQuality.Near;
            if (pair.Same && matched) found++;
            else if (pair.Same)
            {
                missed++;
                missedBy[pair.Change] = missedBy.GetValueOrDefault(pair.Change) + 1;
            }
            else if (matched) wrong++;
            else right++;
        }
        double recall = (double)found / (found + missed);
        double precision = (double)found / (found + wrong);
        output.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"recall {recall:F4} ({found} of {found + missed}), precision {precision:F4} ({wrong} wrong of {wrong + right} other people)"));
        foreach ((string change, int count) in missedBy) output.WriteLine($"missed {change}: {count}");
        Assert.True(found + missed > 1_000 && wrong + right > 100_000, "The set is too small to say anything.");
        Assert.True(recall >= 0.98, $"recall {recall}");
        Assert.True(precision >= 0.98, $"precision {precision}");
    }

    private sealed record Pair(string Surname, string Given, string OtherSurname, string OtherGiven, bool Same, string Change);

    private static IEnumerable<Pair> Pairs()
    {
        for (int number = 0; number < s_surnames.Length; number++)
        {
            string surname = s_surnames[number];
            string given = s_given[number % s_given.Length];
            foreach ((string other, string change) in Changed(surname, number)) yield return new Pair(surname, given, other, given, true, change);
            if (s_short.TryGetValue(given, out string? brief)) yield return new Pair(surname, given, surname, brief, true, "short name");
            yield return new Pair(surname, given, given, surname, true, "exchanged");
            yield return new Pair(surname, given, $"{surname}-{s_surnames[(number + 7) % s_surnames.Length]}", given, true, "double name");
            yield return new Pair(surname, given, surname, given[..1], true, "initial");
        }
        // Other people: every other surname with every given name, the same given name included.
        for (int left = 0; left < s_surnames.Length; left++)
            for (int right = 0; right < s_surnames.Length; right++)
                if (left != right)
                    for (int given = 0; given < s_given.Length; given += 2) yield return new Pair(s_surnames[left], s_given[left % s_given.Length], s_surnames[right], s_given[given], false, "other");
    }

    private static IEnumerable<(string, string)> Changed(string surname, int number)
    {
        foreach ((string from, string to) in s_spellings)
            if (surname.IndexOf(from, 1, StringComparison.Ordinal) is > 0 and var place && surname.Length > 4) yield return (surname[..place] + to + surname[(place + from.Length)..], $"{from} for {to}");
        if (surname.Length < 5) yield break;
        int at = 1 + (number % (surname.Length - 2));
        yield return (surname.Insert(at, " "), "space put in");
        yield return (surname.Remove(at, 1), "letter lost");
        yield return (surname.Insert(at, surname[at].ToString()), "letter doubled");
        yield return (surname[..at] + surname[at + 1] + surname[at] + surname[(at + 2)..], "letters exchanged");
        yield return (surname[..at] + "e" + surname[(at + 1)..], "letter changed");
    }
}
