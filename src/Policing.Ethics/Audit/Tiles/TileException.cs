namespace Policing.Ethics.Audit;

/// <summary>A directory of tiles is not whole. The message has the fault and the place, which is a path of the format.</summary>
public sealed class TileException : Exception
{
    /// <summary>With fault and place.</summary>
    /// <param name="fault">What is wrong.</param>
    /// <param name="place">The tile or bundle, such as <c>tile/0/000</c>; or <c>checkpoint</c>.</param>
    public TileException(TileFault fault, string place)
        : base($"{place}: {fault}.")
    {
        Fault = fault;
        Place = place;
    }

    /// <summary>What is wrong.</summary>
    public TileFault Fault { get; }

    /// <summary>Where.</summary>
    public string Place { get; }
}
