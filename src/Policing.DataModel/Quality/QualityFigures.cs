namespace Policing.DataModel.Quality;

/// <summary>
/// The quality of the records of one type and controller, in the dimensions of the POLE dictionary, each with the counts behind it. There is no one score: a
/// sum of unlike things hides what to do. Immutable.
/// </summary>
public sealed record QualityFigures
{
    /// <summary>The records.</summary>
    public long Records { get; init; }

    /// <summary>Completeness: the things that profiles asked for and that are there, or whose reason for not being there is given, of all asked for.</summary>
    public Share Completeness { get; init; }

    /// <summary>Of those not there, the ones with a reason under <c>absent</c>.</summary>
    public long Explained { get; init; }

    /// <summary>How often each gap was found, by rule id.</summary>
    public ValueMap<QualityCount> Gaps { get; init; }

    /// <summary>Conformity: the records without a finding that is an error, of all.</summary>
    public Share Conformity { get; init; }

    /// <summary>How often each rule of errors and warnings was found, by rule id.</summary>
    public ValueMap<QualityCount> Findings { get; init; }

    /// <summary>Integrity: the ends of links that are in the set or a reference in another system, of all ends. Counted at the links.</summary>
    public Share Integrity { get; init; }

    /// <summary>Timeliness: the events that were recorded within a day of the day they were reported or happened, of those of which both days are known.</summary>
    public Share Timeliness { get; init; }

    /// <summary>Those recorded within seven days.</summary>
    public Share WithinSevenDays { get; init; }

    /// <summary>Those recorded within twenty-eight days.</summary>
    public Share WithinTwentyEightDays { get; init; }

    /// <summary>Duplication: the records that are the only one of their id and of what identifies them, of those that have something that does.</summary>
    public Share Uniqueness { get; init; }

    /// <summary>Records whose id another record of the set has, besides the first of each.</summary>
    public long SameId { get; init; }

    /// <summary>Records that another of the set seems to be about the same thing as, by name and date of birth, mark, number, address or source reference, besides the first of each.</summary>
    public long LikelySame { get; init; }

    /// <summary>Accuracy: the members that equal those of the reference set, of those that both have; none of none where no reference set was given.</summary>
    public Share Accuracy { get; init; }

    /// <summary>The figures of two sets of records that have nothing to do with each other, as one.</summary>
    public QualityFigures Plus(QualityFigures other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new()
        {
            Records = Records + other.Records,
            Completeness = Completeness + other.Completeness,
            Explained = Explained + other.Explained,
            Gaps = QualityCount.Sum(Gaps, other.Gaps),
            Conformity = Conformity + other.Conformity,
            Findings = QualityCount.Sum(Findings, other.Findings),
            Integrity = Integrity + other.Integrity,
            Timeliness = Timeliness + other.Timeliness,
            WithinSevenDays = WithinSevenDays + other.WithinSevenDays,
            WithinTwentyEightDays = WithinTwentyEightDays + other.WithinTwentyEightDays,
            Uniqueness = Uniqueness + other.Uniqueness,
            SameId = SameId + other.SameId,
            LikelySame = LikelySame + other.LikelySame,
            Accuracy = Accuracy + other.Accuracy,
        };
    }
}
