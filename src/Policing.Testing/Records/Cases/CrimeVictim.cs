namespace Policing.Testing;

/// <summary>Whom a kind of crime is against.</summary>
internal enum CrimeVictim
{
    /// <summary>The first person of the case.</summary>
    Person,

    /// <summary>The organisation of the case.</summary>
    Organisation,

    /// <summary>Nobody in particular.</summary>
    Nobody,
}
