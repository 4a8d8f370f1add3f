using Policing.DataModel.Codes;

namespace Policing.Testing;

/// <summary>
/// What must be the same wherever a record of one case is made: each record asks the plan, so that any of them can be made alone. Case
/// n has the crime, outcome, place and organisation n, and the people 2n and 2n + 1.
/// </summary>
internal sealed record CasePlan
{
    public const int MostPeople = 2;
    private const int Days = 700;
    private static readonly DateOnly FirstDay = new(2022, 1, 3);

    private CasePlan(ref SyntheticRandom random)
    {
        Force = SyntheticForce.All[random.Below(SyntheticForce.All.Count)];
        Crime = random.Pick(CrimeKind.All.AsSpan());
        Reported = FirstDay.AddDays(random.Below(Days));
        HasSuspect = Crime.Victim == CrimeVictim.Nobody || random.OnceIn(2);
        HasSecondPerson = random.OnceIn(2) || (Crime.Victim == CrimeVictim.Person && HasSuspect);
    }

    public SyntheticForce Force { get; }

    public CrimeKind Crime { get; }

    public DateOnly Reported { get; }

    /// <summary>Whether anybody in the case is suspected.</summary>
    public bool HasSuspect { get; }

    public bool HasSecondPerson { get; }

    public bool HasOrganisation => Crime.Victim == CrimeVictim.Organisation;

    /// <summary>What the first person is in the crime.</summary>
    public LinkRole FirstRole => Crime.Victim switch
    {
        CrimeVictim.Person => LinkRole.Victim,
        CrimeVictim.Organisation or CrimeVictim.Nobody => HasSuspect ? LinkRole.Suspect : LinkRole.Witness,
        _ => throw new InvalidOperationException("A kind of victim is not planned for."),
    };

    /// <summary>What the second person is in the crime, where there is one.</summary>
    public LinkRole SecondRole => HasSuspect && FirstRole != LinkRole.Suspect ? LinkRole.Suspect : LinkRole.Witness;

    /// <summary>The plan of the case with this number.</summary>
    public static CasePlan Of(RecordStamp stamp, long number)
    {
        var random = stamp.RandomOf("case", number);
        return new(ref random);
    }
}
