using Policing.DataModel;

namespace Policing.PoliceUk.Api;

/// <summary>
/// An object of an answer of data.police.uk, as it was published. Immutable; equality is by content. A member that was null, missing or could
/// not be read is null, and a list empty.
/// </summary>
public abstract record AnswerPart
{
    private protected AnswerPart()
    {
    }

    /// <summary>
    /// The members that this version does not know, and those whose value could not be read as what they are; null where there are none.
    /// A number where a text is expected, and a text that is a number, are read, and do not stand here.
    /// </summary>
    public UnknownMembers? Unknown { get; init; }

    /// <summary>The name of the type; never the content.</summary>
    public sealed override string ToString() => GetType().Name;
}
