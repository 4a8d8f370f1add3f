namespace Policing.DataModel.Validation;

/// <summary>How the model version of a record stands to this release.</summary>
internal enum VersionAge
{
    /// <summary>This release knows it. A record that names none counts as of this version; that it is missing is found elsewhere.</summary>
    Known,

    /// <summary>A later minor version: readable, and what it added is kept unread.</summary>
    Later,

    /// <summary>Another major version, or a text that is none.</summary>
    Other,
}
