using Policing.DataModel.DataClasses;

namespace Policing.DataModel;

/// <summary>A part of a record that has members of its own. Immutable; equality is by content.</summary>
public abstract record RecordPart
{
    private protected RecordPart()
    {
    }

    /// <summary>The members that the model does not define, and those whose value had the wrong kind; written back as they came.</summary>
    [Personal]
    public UnknownMembers? Unknown { get; init; }

    /// <summary>The name of the part; never its content.</summary>
    public sealed override string ToString() => GetType().Name;
}
