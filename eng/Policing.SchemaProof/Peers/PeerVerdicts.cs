namespace Policing.SchemaProof.Peers;

/// <summary>What the peers say of a case: a letter for each instance, or why they cannot say.</summary>
internal sealed record PeerVerdicts(JudgedCase Judged, IReadOnlyDictionary<string, string> Theirs)
{
    private const string TookTooLong = "!took too long";

    /// <summary>Whether nothing can be said, since a pattern has no end for a peer.</summary>
    public bool IsLate => Theirs.Values.Contains(TookTooLong, StringComparer.Ordinal);

    public bool Agrees(string peer) => Theirs[peer].Length == Judged.Ours.Length && FirstDifference(Theirs[peer]) < 0;

    public string Describe(string peer)
    {
        int instance = Math.Max(0, Theirs[peer].StartsWith('!') ? 0 : FirstDifference(Theirs[peer]));
        return $"DIFFERENCE ours {Judged.Ours}, {string.Join(", ", Theirs.Select(entry => $"{entry.Key} {entry.Value}"))}\n{Judged.Case.Describe(instance)}";
    }

    private int FirstDifference(string theirs)
    {
        for (int place = 0; place < Math.Min(theirs.Length, Judged.Ours.Length); place++)
        {
            if (theirs[place] != Judged.Ours[place] && Judged.Ours[place] != JudgedCase.PatternTime)
            {
                return place;
            }
        }
        return -1;
    }
}
