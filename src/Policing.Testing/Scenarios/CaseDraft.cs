using System.Globalization;
using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Testing;

/// <summary>
/// A case in the making: it gives each record its id and envelope, and joins them. All that is drawn follows from seed, scenario and number. Not thread-safe.
/// </summary>
internal sealed class CaseDraft
{
    private const int Days = 700;
    private static readonly DateOnly FirstDay = new(2022, 1, 3);
    private static readonly Marking Official = new() { Tier = SecurityTier.Official };
    private static readonly CollectionBasis Basis = new() { Regime = ProcessingRegime.NotPersonal, Purposes = [ProcessingPurpose.SystemTesting] };
    private static readonly RecordSource LinkSource = new() { System = RecordStamp.SystemName };
    private static readonly Agency[] Agencies = [.. SyntheticForce.All.Select(RecordStamp.AgencyOf)];
    private static readonly ValueList<Agency>[] ControllerLists = [.. Agencies.Select(agency => ValueList.Create<Agency>([agency]))];

    private readonly RecordStamp stamp;
    private readonly string key;
    private readonly List<PoliceRecord> records = [];
    private readonly List<Link> links = [];
    private readonly ulong safe;
    private readonly RecordVersion version;
    private SyntheticRandom random;
    private int drawn;

    public CaseDraft(RecordStamp stamp, SyntheticScenario scenario, long number)
        : this(stamp, ScenarioNames.Of(scenario), number, ScenarioDistributions.HoursOf(scenario))
    {
    }

    public CaseDraft(RecordStamp stamp, string name, long number, Distribution hours)
    {
        this.stamp = stamp;
        key = string.Create(CultureInfo.InvariantCulture, $"{name}/{number}/");
        random = stamp.RandomOf(name, number);
        safe = stamp.SafeNumber(name, number * MostNumbers);
        Force = SyntheticForce.All[random.Below(SyntheticForce.All.Count)];
        Day = FirstDay.AddDays(random.Below(Days));
        Time = new(hours.Draw(ref random), random.Below(60));
        Officer = OfficerOf();
        Supervisor = OfficerOf();
        version = new()
        {
            Number = 1,
            RecordedAt = RecordedTime.From(new DateTimeOffset(Day.AddDays(random.OnceIn(8) ? 1 + random.Below(4) : 0).ToDateTime(new(23, random.Below(60), random.Below(60))), TimeSpan.Zero)),
            RecordedBy = Officer,
        };
    }

    /// <summary>The most numbers from safe ranges that a case takes, so that cases that follow each other do not share them.</summary>
    public const int MostNumbers = 16;

    public SyntheticForce Force { get; }

    /// <summary>The local day of it.</summary>
    public DateOnly Day { get; }

    /// <summary>The local time of it.</summary>
    public TimeOnly Time { get; }

    public OfficerReference Officer { get; }

    public OfficerReference Supervisor { get; }

    public Agency Agency => Agencies[Force.Ordinal];

    public IReadOnlyList<PoliceRecord> Records => records;

    public ref SyntheticRandom Random => ref random;

    /// <summary>A number for a safe range that no other record of the case has.</summary>
    public ulong NextSafe() => safe + (ulong)(drawn++ % MostNumbers);

    /// <summary>When it happened, without an offset: the time is a local one.</summary>
    public PartialDateTime Moment => PartialDateTime.FromLocal(Day, Time);

    /// <summary>So many minutes later, at most to the end of the day: what is told of a case stays in order.</summary>
    public PartialDateTime Later(int minutes)
    {
        var most = (23 * 60) + 58;
        var at = Math.Min((Time.Hour * 60) + Time.Minute + minutes, most);
        return PartialDateTime.FromLocal(Day, new(at / 60, at % 60));
    }

    /// <summary>Takes in a record under a name that no other of the case has.</summary>
    public TRecord Add<TRecord>(string part, TRecord record)
        where TRecord : PoliceRecord
    {
        PoliceRecord stamped = record with
        {
            Id = stamp.IdOf("case", key + part),
            Version = version,
            Controllers = ControllerLists[Force.Ordinal],
            Source = new() { System = RecordStamp.SystemName, Reference = key + part, Agency = Agency },
            Marking = Official,
            Collection = Basis,
        };
        records.Add(stamped);
        return (TRecord)stamped;
    }

    /// <summary>Takes a changed record for the one taken in last.</summary>
    public TRecord Replace<TRecord>(TRecord record)
        where TRecord : PoliceRecord
    {
        records[^1] = record;
        return record;
    }

    /// <summary>Joins two records of the case.</summary>
    public Link Join(PoliceRecord from, LinkRole role, PoliceRecord to)
    {
        var link = new Link
        {
            Id = stamp.IdOf("case-link", string.Create(CultureInfo.InvariantCulture, $"{key}{links.Count}")),
            Version = version,
            Controllers = ControllerLists[Force.Ordinal],
            Source = LinkSource,
            From = new() { Id = from.Id, Kind = from.Type },
            Role = role,
            To = new() { Id = to.Id, Kind = to.Type },
        };
        links.Add(link);
        return link;
    }

    /// <summary>Joins them with what the role brings.</summary>
    public void Join(PoliceRecord from, LinkRole role, PoliceRecord to, Func<Link, Link> complete)
    {
        var link = Join(from, role, to);
        links[^1] = complete(link);
    }

    /// <summary>All of it, links last.</summary>
    public ValueList<PoliceRecord> Finish() => ValueList.From(records.Concat(links));

    private OfficerReference OfficerOf() => new()
    {
        Agency = Agency,
        CollarNumber = CollarNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"SYN{random.Below(10_000):D4}")),
    };
}
