using Policing.DataModel;

namespace Policing.PartnerHost;

/// <summary>
/// Compares a name that is asked for with those of a person. The algorithm is stated in docs/partner-host.md, and its recall and precision are measured by a test.
/// </summary>
internal sealed class NameQuery
{
    private readonly NameMode _mode;
    private readonly string[] _surname;
    private readonly string[] _given;

    public NameQuery(string surname, string? given, NameMode mode) =>
        (_mode, _surname, _given) = (mode, NameText.Parts(surname), NameText.Parts(given));

    /// <summary>Whether there is enough to go by: letters, and three of them for a beginning.</summary>
    public bool IsUsable => string.Concat(_surname).Length >= (_mode is NameMode.Prefix ? 3 : 1);

    /// <summary>The keys of which a person that matches has one.</summary>
    public IEnumerable<string> Keys => _mode switch
    {
        NameMode.Exact => [NameKeys.Whole(string.Concat(_surname))],
        NameMode.Prefix => [NameKeys.Beginning(string.Concat(_surname))],
        _ => _surname.Concat([string.Concat(_surname)]).SelectMany(NameKeys.Near).Concat(_given.Select(NameKeys.Sound)).Distinct(StringComparer.Ordinal),
    };

    /// <summary>How well the best of a person's names fits.</summary>
    public MatchQuality Match(Person person)
    {
        MatchQuality best = MatchQuality.Different;
        foreach (PersonName name in person.Names)
        {
            (string[] surname, string[] given) = NameKeys.PartsOf(name);
            MatchQuality quality = Match(surname, given);
            if (quality > best) best = quality;
        }
        return best;
    }

    private MatchQuality Match(string[] surname, string[] given)
    {
        if (surname.Length == 0 && given.Length == 0) return MatchQuality.Different;
        return _mode switch
        {
            NameMode.Exact => Worse(Same(surname), GivenSame(given)),
            NameMode.Prefix => Worse(Begins(surname), GivenBegins(given)),
            _ => Phonetic(surname, given),
        };
    }

    private MatchQuality Phonetic(string[] surname, string[] given)
    {
        MatchQuality straight = Worse(Surname(_surname, surname), Given(_given, given));
        // Sources often exchange the two; only where both were asked for and both sound alike.
        return straight is not MatchQuality.Different || _given.Length == 0 || given.Length == 0 ? straight
            : AnySounds(_surname, given) && AnySounds(_given, surname) ? MatchQuality.Near : MatchQuality.Different;
    }

    private MatchQuality Same(string[] surname) => string.Concat(surname) == string.Concat(_surname) ? MatchQuality.Same : MatchQuality.Different;

    private MatchQuality GivenSame(string[] given)
    {
        if (_given.Length == 0) return MatchQuality.Same;
        if (given.Length == 0) return MatchQuality.Unknown;
        return _given.All(given.Contains) ? MatchQuality.Same : MatchQuality.Different;
    }

    private MatchQuality Begins(string[] surname)
    {
        string whole = string.Concat(surname);
        string asked = string.Concat(_surname);
        return whole == asked ? MatchQuality.Same : whole.StartsWith(asked, StringComparison.Ordinal) ? MatchQuality.Near : MatchQuality.Different;
    }

    private MatchQuality GivenBegins(string[] given)
    {
        if (_given.Length == 0) return MatchQuality.Same;
        if (given.Length == 0) return MatchQuality.Unknown;
        if (_given.All(given.Contains)) return MatchQuality.Same;
        return _given.All(asked => given.Any(name => name.StartsWith(asked, StringComparison.Ordinal))) ? MatchQuality.Near : MatchQuality.Different;
    }

    private static MatchQuality Surname(string[] asked, string[] held)
    {
        string left = string.Concat(asked);
        string right = string.Concat(held);
        if (left == right) return MatchQuality.Same;
        if (IsNear(left, right)) return MatchQuality.Near;
        // Of a double name people often use one half.
        return asked.Any(one => held.Any(other => IsNear(one, other))) ? MatchQuality.Near : MatchQuality.Different;
    }

    private static MatchQuality Given(string[] asked, string[] held)
    {
        if (asked.Length == 0) return MatchQuality.Same;
        if (held.Length == 0) return MatchQuality.Unknown;
        if (asked.All(held.Contains)) return MatchQuality.Same;
        return asked.All(one => held.Any(other => IsGivenNear(one, other))) ? MatchQuality.Near : MatchQuality.Different;
    }

    private static bool IsGivenNear(string asked, string held) =>
        IsNear(asked, held) || ShortNames.AreRelated(asked, held) || (Math.Min(asked.Length, held.Length) == 1 && asked[0] == held[0]);

    private static bool IsNear(string asked, string held) => NameSound.Code(asked) == NameSound.Code(held) || NameEdit.IsWithinOne(asked, held);

    private static bool AnySounds(string[] left, string[] right) => left.Any(one => right.Any(other => NameSound.Code(one) == NameSound.Code(other)));

    private static MatchQuality Worse(MatchQuality left, MatchQuality right) => left < right ? left : right;
}
