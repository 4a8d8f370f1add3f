namespace Policing.DataModel.Validation;

/// <summary>Which published schemas a validator holds records to.</summary>
public enum SchemaChoice
{
    /// <summary>
    /// The strict schema, what a producer may write, for a record of a version that this release knows; the open schema, what a consumer must
    /// accept, for one of a later minor version.
    /// </summary>
    ByVersion,

    /// <summary>The open schemas, whatever the version: members and types that they do not know pass, and so do nulls.</summary>
    Open,

    /// <summary>None: the schema stage is left out.</summary>
    None,
}
