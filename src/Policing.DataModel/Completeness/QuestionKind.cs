namespace Policing.DataModel.Completeness;

/// <summary>What a question of a profile is about.</summary>
internal enum QuestionKind
{
    /// <summary>A member of the record.</summary>
    Member,

    /// <summary>A member of the link that gives the record its role.</summary>
    LinkMember,

    /// <summary>A record at the other end of a link.</summary>
    Other,

    /// <summary>Whether the person was younger than so many years on the day of what the role is in.</summary>
    AgeBelow,
}
