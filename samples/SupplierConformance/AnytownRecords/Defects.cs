namespace Anytown.Records;

/// <summary>What is wrong with release 4.1: planted, so that the kit has something to find. Release 4.2 has none of it.</summary>
[Flags]
public enum Defects
{
    /// <summary>Release 4.2.</summary>
    None = 0,

    /// <summary>Years of two digits are always of this century.</summary>
    CenturyOfBirth = 1,

    /// <summary>Incoming text goes through a dictionary first, where the last of two members of one name counts.</summary>
    LastMemberCounts = 2,

    /// <summary>A crime that is changed is written from the product's columns, and loses what has no column.</summary>
    ColumnsAlone = 4,

    /// <summary>Release 4.1.</summary>
    All = CenturyOfBirth | LastMemberCounts | ColumnsAlone,
}
