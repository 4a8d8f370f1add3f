namespace Policing.DataModel;

/// <summary>Marks a partial struct whose text-keeping members eng/Policing.ModelGenerator writes.</summary>
[AttributeUsage(AttributeTargets.Struct)]
internal sealed class TextValueAttribute : Attribute;
