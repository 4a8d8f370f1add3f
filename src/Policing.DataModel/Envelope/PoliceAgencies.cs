using Policing.DataModel.Codes;

namespace Policing.DataModel;

/// <summary>Names police bodies of the register, for those who write records.</summary>
public static class PoliceAgencies
{
    /// <summary>The body as records name it.</summary>
    /// <exception cref="ArgumentException">It is none of the register.</exception>
    public static Agency Of(PoliceAgency agency)
    {
        ArgumentNullException.ThrowIfNull(agency);
        if (agency.OwnCode is not { Length: > 0 } slug) throw new ArgumentException("Give a body of the register.", nameof(agency));
        return new() { Scheme = AgencyScheme.Police, Id = slug };
    }
}
