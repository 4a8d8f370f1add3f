namespace Policing.DataModel.Schemas;

/// <summary>Whom a change of the schemas breaks.</summary>
public enum BreaksFor
{
    /// <summary>Programs that read: one made for the version before refuses what is now written, or what it accepted is accepted no more.</summary>
    Readers,

    /// <summary>Programs that write: what one made for the version before writes meets the new schema no more.</summary>
    Writers,
}
