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

    private readonly Dictionary<string, ModelMember[]> _records = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ModelMember[]> _parts = new(StringComparer.Ordinal);

    private ModelMembers()
    {
        // The first block is what every record carries.
        Dictionary<string, List<ModelMember>> blocks = Blocks();
        Envelope = [.. blocks["="]];
        foreach ((string head, List<ModelMember> members) in blocks)
        {
            if (head[0] == ':') _parts.Add(head[1..], [.. members]);
            else if (head.Length > 1) _records.Add(head[1..], [.. Envelope, .. members]);
        }
    }

    public static ModelMembers Instance => Read.Value;

    /// <summary>What every record carries.</summary>
    public ModelMember[] Envelope { get; }

    /// <summary>The record types that the model defines.</summary>
    public IEnumerable<string> RecordTypes => _records.Keys;

    /// <summary>The names of all members of all records and parts.</summary>
    public IEnumerable<string> Names => _records.Values.Concat(_parts.Values).SelectMany(static members => members).Select(static member => member.Name);

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
        cells[0], ClassOf(cells[1])!.Value, ShapeOf(cells[2]), KindOf(cells[3]), cells.Length > 4 ? cells[4] : null);

    private static MemberShape ShapeOf(string name) => name switch
    {
        nameof(MemberShape.One) => MemberShape.One,
        nameof(MemberShape.List) => MemberShape.List,
        nameof(MemberShape.Map) => MemberShape.Map,
        _ => throw new InvalidOperationException("The table of members has a shape that the minimiser does not know."),
    };

    private static MemberKind KindOf(string name) => name switch
    {
        nameof(MemberKind.String) => MemberKind.String,
        nameof(MemberKind.Boolean) => MemberKind.Boolean,
        nameof(MemberKind.Integer) => MemberKind.Integer,
        nameof(MemberKind.Decimal) => MemberKind.Decimal,
        nameof(MemberKind.Text) => MemberKind.Text,
        nameof(MemberKind.Code) => MemberKind.Code,
        nameof(MemberKind.Part) => MemberKind.Part,
        nameof(MemberKind.Raw) => MemberKind.Raw,
        nameof(MemberKind.Record) => MemberKind.Record,
        _ => throw new InvalidOperationException("The table of members has a kind that the minimiser does not know."),
    };
}
