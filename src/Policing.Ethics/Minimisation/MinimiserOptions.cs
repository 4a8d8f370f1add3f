using Policing.DataModel.Json;
using Policing.Ethics.Redaction;

namespace Policing.Ethics.Minimisation;

/// <summary>How a minimiser works. Immutable.</summary>
public sealed record MinimiserOptions
{
    /// <summary>The defaults.</summary>
    public static MinimiserOptions Default { get; } = new();

    /// <summary>The redactors that the view may name. Default: <see cref="RedactorSet.BuiltIn"/>, which has none that needs a key.</summary>
    public RedactorSet Redactors { get; init; } = RedactorSet.BuiltIn;

    /// <summary>What a text may be at most, as when records are read. Default: <see cref="JsonLimits.Default"/>.</summary>
    public JsonLimits Limits { get; init; } = JsonLimits.Default;
}
