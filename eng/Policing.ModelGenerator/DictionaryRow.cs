namespace Policing.ModelGenerator;

/// <summary>What the data dictionary says of one member.</summary>
internal sealed record DictionaryRow(ModelProperty Property, string? List, string Source, string Certainty)
{
    /// <summary>The meaning, without the source that the doc comment names.</summary>
    public string Meaning => Property.Summary.IndexOf("Source: ", StringComparison.Ordinal) is >= 0 and int at ? Property.Summary[..at].Trim() : Property.Summary;

    /// <summary>How many values it may have: 1, 0..1, 0..*.</summary>
    public string Cardinality => (Property.Required ? "1" : "0") + (Property.Shape == Shape.One ? (Property.Required ? "" : "..1") : "..*");

    /// <summary>The data class, in kebab-case.</summary>
    public string DataClass => DictionaryRows.Kebab(Property.DataClass);

    /// <summary>Whether it keeps its meaning within the major version.</summary>
    public string Maturity => Property.IsTrial ? "trial" : "stable";
}
