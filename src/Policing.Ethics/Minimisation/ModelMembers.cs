using System.Collections.Frozen;
using System.Text;
using Microsoft.Extensions.Compliance.Classification;
using Policing.DataModel.DataClasses;

namespace Policing.Ethics.Minimisation;

/// <summary>The members of every record type and part, read from <see cref="MemberTable"/> when first asked for. Immutable and thread-safe.</summary>
internal sealed class ModelMembers
{
    private static readonly Lazy<ModelMembers> Read = new(static () => new ModelMembers());

    private static readonly DataClassification[] Classes =
    [
        PoliceDataClasses.Public, PoliceDataClasses.Personal, PoliceDataClasses.Sensitive, PoliceDataClasses.Biometric, PoliceDataClasses.CriminalAllegation,
        PoliceDataClasses.VulnerableOrProtected, PoliceDataClasses.Officer, PoliceDataClasses.Covert, PoliceDataClasses.Operational,
    ];

    private readonly FrozenDictionary<string, ModelMember[]> _records;
    private readonly FrozenDictionary<string, ModelMember[]> _parts;

    private ModelMembers()
    {
        Dictionary<string, ModelMember[]> records = new(StringComparer.Ordinal);
        Dictionary<string, ModelMember[]> parts = new(StringComparer.Ordinal);
        foreach ((string head, List<ModelMember> members) in Blocks())
            (head[0] == '=' ? records : parts).Add(head[1..], [.. members]);
        // The first block is what every record carries.
        records.Remove("", out ModelMember[]? envelope);
        Envelope = envelope!;
        _records = records.ToFrozenDictionary(r => r.Key, r => (ModelMember[])[.. Envelope, .. r.Value], StringComparer.Ordinal);
        _parts = parts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static ModelMembers Instance => Read.Value;

    /// <summary>What every record carries.</summary>
    public ModelMember[] Envelope { get; }

    /// <summary>The record types that the model defines.</summary>
    public IEnumerable<string> RecordTypes => _records.Keys;

    public bool HasRecord(string type) => _records.ContainsKey(type);

    /// <summary>The members of a record type, the envelope first.</summary>
    public ModelMember[] OfRecord(string type) => _records[type];

    public ModelMember[] OfPart(string name) => _parts[name];

    /// <summary>A data class by its name; null when there is none.</summary>
    public static DataClassification? ClassOf(string name)
    {
        foreach (DataClassification known in Classes)
            if (known.Value == name) return known;
        return null;
    }

    public static bool IsKnown(DataClassification dataClass) => Array.IndexOf(Classes, dataClass) >= 0;

    private static Dictionary<string, List<ModelMember>> Blocks()
    {
        Dictionary<string, List<ModelMember>> blocks = new(StringComparer.Ordinal);
        List<ModelMember> block = [];
        foreach (string line in Encoding.ASCII.GetString(MemberTable.Text).Split('\n'))
        {
            if (line[0] is '=' or ':') blocks.Add(line, block = []);
            else block.Add(Member(line.Split(' ')));
        }

        return blocks;
    }

    private static ModelMember Member(string[] cells) => new(
        cells[0], ClassOf(cells[1])!.Value, Enum.Parse<MemberShape>(cells[2]), Enum.Parse<MemberKind>(cells[3]), cells.Length > 4 ? cells[4] : null);
}
