using System.Globalization;
using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Testing;

/// <summary>
/// What all records of one seed have in common: how an id follows from kind and number, where the random numbers of a record come from, and
/// the envelope. Nothing depends on what was made before.
/// </summary>
internal sealed class RecordStamp(ulong seed)
{
    /// <summary>What <see cref="RecordSource.System"/> says of every record, so that none can be taken for a real one.</summary>
    public const string SystemName = "Policing.Testing";

    private const int ShortestNight = 7;
    private const int WorkingHours = 11;

    /// <summary>The id of the record of this kind and number: version 5, the same for the same seed.</summary>
    public RecordId IdOf(string kind, long number) => RecordId.Derive(SystemName, Key(kind, number));

    /// <summary>An id for what is told apart by a text, such as the ends and role of a link.</summary>
    public RecordId IdOf(string kind, string key) =>
        RecordId.Derive(SystemName, string.Create(CultureInfo.InvariantCulture, $"{seed}/{kind}/{key}"));

    /// <summary>The random numbers of the record of this kind and number.</summary>
    public SyntheticRandom RandomOf(string kind, long number) =>
        new(SyntheticRandom.Combine(SyntheticRandom.Combine(seed, kind), (ulong)number));

    /// <summary>A number for <see cref="SafeRanges"/>: those of records that follow each other follow each other, so values do not repeat.</summary>
    public ulong SafeNumber(string kind, long number) => (SyntheticRandom.Combine(seed, kind) >> 2) + (ulong)number;

    /// <summary>The record with its envelope filled in.</summary>
    public TRecord Stamp<TRecord>(TRecord record, long number, SyntheticForce force, DateOnly recorded)
        where TRecord : PoliceRecord
    {
        var agency = AgencyOf(force);
        PoliceRecord stamped = record with
        {
            Version = new() { Number = 1, RecordedAt = TimeOn(recorded, record.Type, number), RecordedBy = OfficerOf(force, number) },
            Controllers = [agency],
            Source = new() { System = SystemName, Reference = Key(record.Type, number), Agency = agency },
            Marking = new() { Tier = SecurityTier.Official },
            Collection = new() { Regime = ProcessingRegime.NotPersonal, Purposes = [ProcessingPurpose.SystemTesting] },
        };
        return (TRecord)stamped;
    }

    /// <summary>A time of that day, by day, in UTC.</summary>
    public RecordedTime TimeOn(DateOnly day, string kind, long number)
    {
        var random = RandomOf(kind + " time", number);
        var time = new TimeOnly(ShortestNight + random.Below(WorkingHours), random.Below(60), random.Below(60));
        return RecordedTime.From(new DateTimeOffset(day.ToDateTime(time), TimeSpan.Zero));
    }

    public static Agency AgencyOf(SyntheticForce force) => PoliceAgencies.Of(PoliceAgency.Of(force.Slug));

    /// <summary>An officer who does not exist: the collar number says so.</summary>
    public OfficerReference OfficerOf(SyntheticForce force, long number)
    {
        var random = RandomOf("officer", number);
        return new()
        {
            Agency = AgencyOf(force),
            CollarNumber = CollarNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"SYN{random.Below(10_000):D4}")),
        };
    }

    private string Key(string kind, long number) => string.Create(CultureInfo.InvariantCulture, $"{seed}/{kind}/{number}");
}
