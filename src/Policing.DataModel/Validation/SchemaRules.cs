namespace Policing.DataModel.Validation;

/// <summary>The rule of the schema stage for each keyword of JSON Schema that the published schemas have.</summary>
internal static class SchemaRules
{
    public static FindingRule Of(string keyword) => keyword switch
    {
        "type" => FindingRules.SchemaKind,
        "unevaluatedProperties" => FindingRules.SchemaClosed,
        "minLength" or "minItems" or "minProperties" => FindingRules.SchemaEmpty,
        "anyOf" => FindingRules.SchemaType,
        _ => FindingRules.SchemaOther,
    };
}
