using Policing.DataModel.Codes;

namespace Policing.DataModel;

/// <summary>A value that identifies a person, and so can stand in a <see cref="PersonIdentifier"/>.</summary>
/// <typeparam name="TSelf">The value itself.</typeparam>
public interface IPersonIdentifierValue<TSelf> : ITextValue<TSelf>
    where TSelf : struct, IPersonIdentifierValue<TSelf>
{
    /// <summary>The kind that a <see cref="PersonIdentifier"/> with this value has.</summary>
    static abstract PersonIdentifierType IdentifierKind { get; }
}
