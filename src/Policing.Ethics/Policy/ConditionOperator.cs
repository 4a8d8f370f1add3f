namespace Policing.Ethics;

/// <summary>How a condition looks at an attribute. The set is closed: no pattern, no arithmetic, no nesting.</summary>
/// <remarks>To compare a single attribute that is absent is an error, and an error denies: ask <see cref="Present"/> first, in the condition before.</remarks>
public enum ConditionOperator
{
    /// <summary>There is a value; of a set, at least one.</summary>
    Present,

    /// <summary>There is none.</summary>
    Absent,

    /// <summary>The value is one of those listed.</summary>
    In,

    /// <summary>The value is none of those listed.</summary>
    NotIn,

    /// <summary>The set has one of those listed.</summary>
    ContainsAny,

    /// <summary>The set has all of those listed.</summary>
    ContainsAll,

    /// <summary>The set has none of those listed.</summary>
    ContainsNone,

    /// <summary>The set has nothing but those listed; an empty one has not.</summary>
    Within,

    /// <summary>The marking is this level or below.</summary>
    AtMost,

    /// <summary>The marking is above this level.</summary>
    Above,

    /// <summary>The value is in the other attribute, a set.</summary>
    MemberOf,

    /// <summary>The value is not in the other attribute, a set.</summary>
    NotMemberOf,

    /// <summary>The value is that of the other attribute.</summary>
    SameAs,

    /// <summary>The value is not that of the other attribute.</summary>
    DiffersFrom,
}
