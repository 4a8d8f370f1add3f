using Policing.JsonSchema.Compilation;
using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Nodes;

/// <summary>A compiled schema or subschema: its keywords, digested, by what they look at. Filled once, by the compiler.</summary>
internal sealed class SchemaNode(SchemaResource resource, int token)
{
    public SchemaResource Resource { get; } = resource;

    /// <summary>Where the schema stands in its document.</summary>
    public int Token { get; } = token;

    /// <summary>The value of a boolean schema.</summary>
    public bool? Always { get; set; }

    /// <summary>Whether nothing can fail and nothing is marked: <c>true</c> and <c>{}</c>.</summary>
    public bool IsEmpty { get; set; }

    /// <summary>A bit for each <see cref="TokenKind"/> that is allowed.</summary>
    public uint Types { get; set; } = AllTypes;

    /// <summary>Whether <c>integer</c> is allowed and <c>number</c> is not.</summary>
    public bool IntegersOnly { get; set; }

    public ValueSet? Enum { get; set; }

    public ValueSet? Const { get; set; }

    public StringRules? Strings { get; set; }

    public NumberRules? Numbers { get; set; }

    public ArrayRules? Arrays { get; set; }

    public ObjectRules? Objects { get; set; }

    public Branches? Branches { get; set; }

    public Edge? UnevaluatedItems { get; set; }

    public Edge? UnevaluatedProperties { get; set; }

    public const uint AllTypes = 0xFF;

    /// <summary>The rules of an object that one pass answers for a verdict; null where it does not.</summary>
    public ObjectRules? QuickObjects { get; private set; }

    /// <summary>The rules of an array that one pass answers for a verdict; null where it does not.</summary>
    public ArrayRules? QuickArrays { get; private set; }

    /// <summary>Whether one pass can answer what is asked of objects.</summary>
    public bool HasQuickObjects =>
        this is { Enum: null, Const: null, Always: null, UnevaluatedProperties: null, Objects.CanBeQuick: true };

    private bool HasQuickArrays =>
        this is { Enum: null, Const: null, Always: null, UnevaluatedItems: null, Arrays: { PrefixItems: [], Contains: null } };

    /// <summary>Sets the quick rules, when all keywords are there.</summary>
    public void SetQuick()
    {
        QuickObjects = HasQuickObjects ? Objects : null;
        QuickArrays = HasQuickArrays ? Arrays : null;
    }

    /// <summary>Sets <see cref="IsEmpty"/> by what is there.</summary>
    public void SetEmpty() => IsEmpty = Always ?? this is
    {
        Types: AllTypes, Enum: null, Const: null, Strings: null, Numbers: null, Arrays: null, Objects: null, Branches: null,
        UnevaluatedItems: null, UnevaluatedProperties: null,
    };

    public static uint Bit(TokenKind kind) => 1u << (int)kind;
}
