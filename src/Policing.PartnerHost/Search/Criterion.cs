using Policing.DataModel;

namespace Policing.PartnerHost;

/// <summary>One criterion of a search.</summary>
/// <param name="Name">Its name in the contract.</param>
/// <param name="IsSelective">Whether it alone finds few.</param>
/// <param name="Keys">The keys of which a record that meets it has one; empty where none can be named.</param>
/// <param name="Test">How well a record meets it.</param>
internal sealed record Criterion(string Name, bool IsSelective, IReadOnlyList<string> Keys, Func<PoliceRecord, MatchQuality> Test)
{
    /// <summary>Of an event, what its place must meet; null for a criterion of the record itself.</summary>
    public IReadOnlyList<Criterion>? Place { get; init; }
}
