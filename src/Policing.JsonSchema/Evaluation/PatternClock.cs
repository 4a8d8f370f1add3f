using System.Diagnostics;

namespace Policing.JsonSchema.Evaluation;

/// <summary>The time that the patterns of one document have taken.</summary>
internal struct PatternClock(TimeSpan limit)
{
    private TimeSpan _used;

    /// <summary>Whether the time is used up.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Notes a match that began at a timestamp.</summary>
    public void Add(long started)
    {
        _used += Stopwatch.GetElapsedTime(started);
        IsOver |= _used > limit;
    }

    /// <summary>Notes a match that was broken off.</summary>
    public void Exhaust() => IsOver = true;
}
