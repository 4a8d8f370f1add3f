namespace Policing.Ethics;

/// <summary>
/// The context of the request that is being answered, for code that cannot be handed one: endpoint filters and foreign HTTP clients.
/// Policing.Ethics.AspNetCore has one. Wherever you write the code yourself, pass the context instead.
/// </summary>
/// <remarks>Implementations are thread-safe, and give null outside a request, after its end, and in work that was started outside it.</remarks>
public interface IAccessContextAccessor
{
    /// <summary>The context; null where there is none.</summary>
    AccessContext? Current { get; }
}
