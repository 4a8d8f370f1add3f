using System.Globalization;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.HostDrill.Accounts;

namespace Policing.HostDrill.Load;

/// <summary>The vehicles of the drill, which do not exist: each says in it which record and which write it is.</summary>
internal static class DrillVehicle
{
    public static Vehicle Of(RecordAccount record, string marker) => new()
    {
        Id = record.Id,
        Controllers = [Force(record.IsEssex ? "essex" : "kent")],
        Registrations = [new VehicleRegistration { Mark = Vrm.Parse(MarkOf(record)) }],
        Make = marker,
        Colours = [VehicleColour.Blue],
        Marking = record.IsHidden ? new Marking { Tier = SecurityTier.Official, ReleaseTo = [Force("kent")] } : null,
    };

    public static string MarkOf(RecordAccount record) => string.Create(CultureInfo.InvariantCulture, $"D{record.Number:D7}");

    /// <summary>Which write made a version: a change of status has the words in its reason, a disposal in its authority.</summary>
    public static string MarkerOf(PoliceRecord? record) => record switch
    {
        { Status.Authority: { } authority } => authority,
        { Status.Reason: { } reason } => reason,
        Vehicle { Make: { } make } => make,
        _ => "",
    };

    private static Agency Force(string id) => new() { Scheme = AgencyScheme.Police, Id = id };
}
