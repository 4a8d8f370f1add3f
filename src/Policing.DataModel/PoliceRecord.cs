namespace Policing.DataModel;

/// <summary>A record of the common police data model.</summary>
public abstract record PoliceRecord
{
    private protected PoliceRecord()
    {
    }
}
