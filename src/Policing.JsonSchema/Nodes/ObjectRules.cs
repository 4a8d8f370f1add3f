using System.Text;
using Policing.JsonSchema.Patterns;
using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Nodes;

/// <summary>The keywords that look at objects. Names that keywords name have numbers from 0, and sets of them are bits.</summary>
internal sealed class ObjectRules
{
    public int MinProperties { get; set; }

    public int MaxProperties { get; set; } = int.MaxValue;

    /// <summary>The names of this schema's <c>properties</c>, <c>required</c>, <c>dependentRequired</c> and <c>dependentSchemas</c>.</summary>
    public NameTable? Names { get; set; }

    /// <summary>By the number of the name; null where <c>properties</c> has no such name.</summary>
    public Edge?[] Properties { get; set; } = [];

    /// <summary>A bit for each name; as many words as the names need.</summary>
    public ulong[] Required { get; set; } = [];

    public (int Name, ulong[] Required)[] DependentRequired { get; set; } = [];

    public (int Name, Edge Schema)[] DependentSchemas { get; set; } = [];

    public (PatternMatcher Pattern, Edge Schema)[] PatternProperties { get; set; } = [];

    public Edge? AdditionalProperties { get; set; }

    public Edge? PropertyNames { get; set; }

    /// <summary>Conditions that are answered from where the members were found.</summary>
    public MemberCondition[] Conditions { get; set; } = [];

    /// <summary>The numbers of the names, by the codes of tokens; null where there are no names.</summary>
    public NameIndex? Index { get; private set; }

    /// <summary>Whether one pass with a bit for each name can answer all.</summary>
    public bool CanBeQuick => PatternProperties is [] && PropertyNames is null && DependentSchemas is [] && (Names is null || Names.Count <= 64);

    public IEnumerable<string> NameTexts
    {
        get
        {
            for (int number = 0; number < (Names?.Count ?? 0); number++)
            {
                yield return Names!.Text(number);
            }
        }
    }

    /// <summary>The number of a name, or -1.</summary>
    public int Number(string name) => Names?.Find(Encoding.UTF8.GetBytes(name)) ?? -1;

    /// <summary>Makes the index, when all names are there.</summary>
    public void SetIndex(NameTable known) => Index = Names is null ? null : new NameIndex(Names, number => (Properties[number] ?? AdditionalProperties)?.Node, known);

    /// <summary>What <c>properties</c> says of a name.</summary>
    public Edge? Property(string name) => Number(name) is var number and >= 0 ? Properties[number] : null;

    /// <summary>The names of a set of bits.</summary>
    public IEnumerable<string> NamesOf(ulong[] set)
    {
        for (int number = 0; number < (Names?.Count ?? 0); number++)
        {
            if ((set[number >> 6] & (1UL << number)) != 0)
            {
                yield return Names!.Text(number);
            }
        }
    }

    /// <summary>Adds names of which <c>properties</c> says nothing; with them there are at most 64.</summary>
    public void AddNames(IReadOnlyList<string> names)
    {
        if (names.Count > 0)
        {
            Names = new NameTable([.. NameTexts.Concat(names).Select(Encoding.UTF8.GetBytes)]);
            Properties = [.. Properties, .. new Edge?[names.Count]];
            Required = Required is [] ? [0] : Required;
        }
    }
}
