namespace Policing.HostDrill.Wire;

/// <summary>What goes wrong once on purpose between client and server, for the drill to prove that it finds it.</summary>
internal enum Planted
{
    /// <summary>A write is answered and never arrives.</summary>
    Lost,

    /// <summary>A write is carried out twice.</summary>
    Doubled,

    /// <summary>A read is answered with what another tenant has under the same id.</summary>
    Crossed,

    /// <summary>An answer is given to another call.</summary>
    Swapped,
}
