namespace Policing.ModelGenerator.Site;

/// <summary>A member that holds a part, a value or a code of a list. No type stands for the envelope.</summary>
internal sealed record Use(ModelType? Type, DictionaryRow Row);
