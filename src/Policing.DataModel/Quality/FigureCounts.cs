namespace Policing.DataModel.Quality;

/// <summary>Counts that become the figures of one record type and controller.</summary>
internal sealed class FigureCounts
{
    public long Records { get; set; }

    public long Conforming { get; set; }

    public Share Integrity { get; set; }

    public long Dated { get; set; }

    public long WithinDay { get; set; }

    public long WithinSeven { get; set; }

    public long WithinTwentyEight { get; set; }

    public Share Accuracy { get; set; }

    public long Asked { get; set; }

    public long Answered { get; set; }

    public long Explained { get; set; }

    public long Identified { get; set; }

    public long SameId { get; set; }

    public long LikelySame { get; set; }

    public SortedDictionary<string, long> Findings { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, long> Gaps { get; } = new(StringComparer.Ordinal);

    /// <summary>Counts one day's distance.</summary>
    public void CountLag(int days)
    {
        Dated++;
        if (days <= 1) WithinDay++;
        if (days <= 7) WithinSeven++;
        if (days <= 28) WithinTwentyEight++;
    }

    /// <summary>Adds what is counted record by record. What depends on the whole set is counted at its end.</summary>
    public void Add(FigureCounts other)
    {
        Records += other.Records;
        Conforming += other.Conforming;
        Dated += other.Dated;
        WithinDay += other.WithinDay;
        WithinSeven += other.WithinSeven;
        WithinTwentyEight += other.WithinTwentyEight;
        Accuracy += other.Accuracy;
        foreach ((string rule, long times) in other.Findings) Count(Findings, rule, times);
    }

    public static void Count(SortedDictionary<string, long> counts, string rule, long times = 1) => counts[rule] = counts.GetValueOrDefault(rule) + times;

    public QualityFigures ToFigures() => new()
    {
        Records = Records,
        Completeness = new(Answered, Asked),
        Explained = Explained,
        Gaps = QualityCount.MapOf(Gaps),
        Conformity = new(Conforming, Records),
        Findings = QualityCount.MapOf(Findings),
        Integrity = Integrity,
        Timeliness = new(WithinDay, Dated),
        WithinSevenDays = new(WithinSeven, Dated),
        WithinTwentyEightDays = new(WithinTwentyEight, Dated),
        Uniqueness = new(Identified - SameId - LikelySame, Identified),
        SameId = SameId,
        LikelySame = LikelySame,
        Accuracy = Accuracy,
    };
}
