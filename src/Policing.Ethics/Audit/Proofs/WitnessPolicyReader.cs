using System.Text;

namespace Policing.Ethics.Audit;

/// <summary>Reads one policy file, line by line.</summary>
internal sealed class WitnessPolicyReader(IEd25519Verifier? ed25519)
{
    private const int MostBytes = 1024 * 1024;
    private const string None = "none";
    private readonly List<INoteVerifier> _logs = [];
    private readonly Dictionary<string, PolicyWitness> _witnesses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WitnessGroup> _groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> _logKeys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _witnessKeys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);
    private string? _quorum;

    public int Line { get; private set; }

    public WitnessPolicy Policy() => new(_logs, _witnesses, _groups, _quorum == None ? null : _quorum);

    public WitnessPolicyFault Read(ReadOnlySpan<byte> file)
    {
        if (file.Length > MostBytes) return WitnessPolicyFault.TooLong;
        // Names are octets: Latin-1 keeps each of them.
        string text = Encoding.Latin1.GetString(file);
        if (text.Any(c => c is < ' ' and not ('\t' or '\n') or '\x7f') || (text.Length > 0 && !text.EndsWith('\n'))) return WitnessPolicyFault.Characters;
        foreach (string line in text.Split('\n'))
        {
            Line++;
            WitnessPolicyFault fault = ReadLine(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
            if (fault != WitnessPolicyFault.None) return fault;
        }
        Line = 0;
        return _quorum is null ? WitnessPolicyFault.Quorum : WitnessPolicyFault.None;
    }

    private WitnessPolicyFault ReadLine(string[] items)
    {
        if (items.Length == 0 || items[0].StartsWith('#')) return WitnessPolicyFault.None;
        return (items[0], items.Length) switch
        {
            ("log", 2 or 3) => AddLog(items[1]),
            ("witness", 3 or 4) => AddWitness(items[1], items[2], items.Length == 4 ? items[3] : null),
            ("group", >= 4) => AddGroup(items[1], items[2], items[3..]),
            ("quorum", 2) => SetQuorum(items[1]),
            _ => WitnessPolicyFault.Line,
        };
    }

    private WitnessPolicyFault AddLog(string text)
    {
        WitnessPolicyFault fault = ReadKey(text, _logKeys, [NoteKeyType.Ed25519, NoteKeyType.Ecdsa], out INoteVerifier? verifier);
        if (verifier is not null) _logs.Add(verifier);
        return fault;
    }

    private WitnessPolicyFault AddWitness(string name, string text, string? address)
    {
        if (IsTaken(name)) return WitnessPolicyFault.DuplicateName;
        WitnessPolicyFault fault = ReadKey(text, _witnessKeys, [NoteKeyType.CosignatureV1], out INoteVerifier? verifier);
        if (verifier is not null) _witnesses.Add(name, new(name, verifier, address));
        return fault;
    }

    private WitnessPolicyFault AddGroup(string name, string number, string[] members)
    {
        if (IsTaken(name)) return WitnessPolicyFault.DuplicateName;
        foreach (string member in members)
        {
            if (member == None || !IsTaken(member)) return WitnessPolicyFault.UnknownName;
            // A witness that counted twice could be a quorum by itself.
            if (!_members.Add(member)) return WitnessPolicyFault.MemberTwice;
        }
        int threshold = Threshold(number, members.Length);
        if (threshold < 1 || threshold > members.Length) return WitnessPolicyFault.Threshold;
        _groups.Add(name, new(threshold, members));
        return WitnessPolicyFault.None;
    }

    private WitnessPolicyFault SetQuorum(string name)
    {
        if (_quorum is not null) return WitnessPolicyFault.Quorum;
        if (!IsTaken(name)) return WitnessPolicyFault.UnknownName;
        _quorum = name;
        return WitnessPolicyFault.None;
    }

    private WitnessPolicyFault ReadKey(string latin, HashSet<string> known, NoteKeyType[] types, out INoteVerifier? verifier)
    {
        verifier = null;
        if (!NoteText.TryDecode(Encoding.Latin1.GetBytes(latin), out string text) || VerifierKey.TryParse(text, out VerifierKey? key) != NoteFault.None) return WitnessPolicyFault.Key;
        bool canCheck = types.Contains(key!.Type) && (ed25519 is not null || key.Type == NoteKeyType.Ecdsa);
        if (!canCheck) return WitnessPolicyFault.KeyType;
        if (!known.Add(Convert.ToBase64String(key.PublicKey.Span))) return WitnessPolicyFault.DuplicateKey;
        verifier = key.ToVerifier(ed25519);
        return WitnessPolicyFault.None;
    }

    private bool IsTaken(string name) => name == None || _witnesses.ContainsKey(name) || _groups.ContainsKey(name);

    private static int Threshold(string number, int members) => number switch
    {
        "all" => members,
        "any" => 1,
        _ => Whole.TryParse(number, out ulong k) && k <= (ulong)members ? (int)k : 0,
    };
}
