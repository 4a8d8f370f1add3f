using Policing.DataModel.Codes;
using Policing.DataModel.Json;

namespace Policing.DataModel.Completeness;

/// <summary>
/// What a set of profiles asks of one record type, each question a bit: so a record is looked at once, and what is kept of it is a number.
/// </summary>
internal sealed class RecordFacts
{
    /// <summary>How many different questions there may be.</summary>
    public const int Most = 64;

    private readonly MemberAccess _access;
    private readonly List<MemberQuestion> _questions = [];

    /// <param name="type">A record type of the model.</param>
    public RecordFacts(string type) => _access = MemberValues.Of(type) ?? throw new ArgumentException("The model has no such record type.", nameof(type));

    /// <summary>The bit of a question; 0 where the path names no member, or there is no room for it.</summary>
    public ulong BitOf(string path, string[] values, int minLength)
    {
        int known = _questions.FindIndex(question => question.Asks(path, values, minLength));
        if (known >= 0) return 1UL << known;
        if (_questions.Count == Most || StepsOf(path) is not { } steps) return 0;
        _questions.Add(new(path, steps, values, minLength));
        return 1UL << (_questions.Count - 1);
    }

    /// <summary>Whether a path leads to a member.</summary>
    public bool HasMember(string path) => StepsOf(path) is not null;

    /// <summary>What holds of a record.</summary>
    public ulong Of(PoliceRecord record)
    {
        ulong facts = 0;
        for (int i = 0; i < _questions.Count; i++)
            if (_questions[i].Holds(record)) facts |= 1UL << i;
        return facts;
    }

    /// <summary>What the record gives a reason for not having.</summary>
    public ulong Explained(PoliceRecord record)
    {
        if (record.Absent.IsEmpty) return 0;
        ulong explained = 0;
        foreach (KeyValuePair<string, AbsentReason> entry in record.Absent)
            for (int i = 0; i < _questions.Count; i++)
                if (IsAt(entry.Key, _questions[i].Path)) explained |= 1UL << i;
        return explained;
    }

    // The reason stands for a member and all in it; the places of a list do not matter.
    private static bool IsAt(string pointer, string path)
    {
        IEnumerable<string> names = pointer.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(name => !name.All(char.IsAsciiDigit));
        return names.Zip(path.Split('/')).All(pair => pair.First == pair.Second) && names.Count() <= path.Split('/').Length && pointer.Length > 1;
    }

    private (MemberAccess Owner, int Member)[]? StepsOf(string path)
    {
        List<(MemberAccess, int)> steps = [];
        MemberAccess? owner = _access;
        foreach (string name in path.Split('/'))
        {
            if (owner is null) return null;
            int member = owner.Find(name, out string? part);
            if (member < 0) return null;
            steps.Add((owner, member));
            owner = part is null ? null : MemberValues.Of(part);
        }

        return [.. steps];
    }
}
