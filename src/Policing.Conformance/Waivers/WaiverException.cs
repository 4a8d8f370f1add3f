namespace Policing.Conformance.Waivers;

/// <summary>A file of waivers is not what it should be. The message names the place and quotes nothing.</summary>
public sealed class WaiverException : Exception
{
    internal WaiverException(string message)
        : base(message)
    {
    }
}
