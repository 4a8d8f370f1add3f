using Policing.DataModel;

namespace Policing.Ethics;

/// <summary>
/// What a typed client's call is, in one object instead of three boxed ones: of a call without <see cref="EthicsHandler"/> nothing more is made. Immutable.
/// </summary>
/// <param name="Context">Why, and who; null where the call is about no data.</param>
/// <param name="Operation">What is done.</param>
/// <param name="RecordType">The type of the records; null is not stated.</param>
/// <param name="Record">The record; all zeros for none or many.</param>
internal sealed record CallDescription(AccessContext? Context, AccessOperation Operation, string? RecordType, Guid Record)
{
    /// <summary>Whether it is about no data, such as capabilities and code lists.</summary>
    public bool IsWithoutData => Context is null;

    public AccessRequest Request => new() { Context = Context, Operation = Operation, RecordType = RecordType };

    public ValueList<RecordId> Records => Record == Guid.Empty ? default : [RecordId.FromUuid(Record)];

    // The generated text would show who it is.
    public override string ToString() => nameof(CallDescription);
}
