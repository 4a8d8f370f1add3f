namespace Policing.Ethics.Minimisation;

/// <summary>Why a text was not minimised.</summary>
public enum MinimisationFault
{
    /// <summary>It is not JSON, or more than one value.</summary>
    NotJson = 1,

    /// <summary>It is not UTF-8, or a string holds half of a surrogate pair.</summary>
    NotUnicode = 2,

    /// <summary>An object has a name twice.</summary>
    DuplicateName = 3,

    /// <summary>It is over a limit.</summary>
    OverLimit = 4,

    /// <summary>It is not an object, or the object has no <c>type</c> that is a string.</summary>
    NotARecord = 5,

    /// <summary>The view gives nothing of this record type; the same for one that the model does not define.</summary>
    NotShared = 6,

    /// <summary>Its marking or state has a form that cannot be read, so that a copy might be handled as if it had none.</summary>
    UnreadableMarking = 7,

    /// <summary>It has an extension with <c>mustUnderstand</c> that the view does not give: a reader that does not know it must not act on the record.</summary>
    MustUnderstand = 8,

    /// <summary>A redactor threw.</summary>
    RedactorFailed = 9,
}
