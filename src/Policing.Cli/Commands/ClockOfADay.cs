namespace Policing.Cli.Commands;

/// <summary>A clock that always shows noon of one day in UTC.</summary>
internal sealed class ClockOfADay(DateOnly day) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(day, new TimeOnly(12, 0), TimeSpan.Zero);
}
