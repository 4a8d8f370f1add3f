namespace Policing.Testing;

/// <summary>How sure it is that no value of a range is about somebody.</summary>
public enum SafeRangeCertainty
{
    /// <summary>The body that gives the values out has set the range aside for this use, and says that it will not give them out.</summary>
    Reserved,

    /// <summary>The body that gives the values out says, or its published rule implies, that it does not give these out.</summary>
    NotIssued,

    /// <summary>Our own choice: no value of the range is known to have been given out, and nobody has promised that none will be.</summary>
    Convention,
}
