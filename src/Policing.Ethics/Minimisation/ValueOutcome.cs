namespace Policing.Ethics.Minimisation;

/// <summary>What became of a value.</summary>
internal enum ValueOutcome
{
    /// <summary>It is in the copy.</summary>
    Written,

    /// <summary>It held nothing: a null, an empty list, or an object without a member that is given or withheld.</summary>
    Empty,

    /// <summary>It is left out, as is all below it.</summary>
    Withheld,

    /// <summary>A redactor left nothing of it.</summary>
    Masked,

    /// <summary>It has not the kind that the model says, so nobody can tell what it is: left out.</summary>
    WrongKind,
}
