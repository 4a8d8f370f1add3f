namespace Policing.DataModel.Schemas;

/// <summary>A change between two sets of schemas that breaks somebody. Immutable.</summary>
/// <param name="Breaks">Whom.</param>
/// <param name="Place">The file and the place in it, in the later set where it is there: <c>strict/crime.schema.json#/properties/summary/maxLength</c>.</param>
/// <param name="Message">What changed, in words.</param>
public sealed record SchemaChange(BreaksFor Breaks, string Place, string Message)
{
    /// <summary>All of it, for people.</summary>
    public override string ToString() => $"breaks {(Breaks == BreaksFor.Readers ? "readers" : "writers")}: {Place}: {Message}";
}
