namespace Policing.JsonSchema;

/// <summary>How much a validator takes on. A document over a limit is refused, which is not the same as invalid.</summary>
/// <remarks>Immutable.</remarks>
public sealed record DocumentLimits
{
    /// <summary>The limits of a validator that was given none.</summary>
    public static DocumentLimits Default { get; } = new();

    /// <summary>The bytes of a document: 20 MiB unless told, at most 1 GiB.</summary>
    public int MaxBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1024 * 1024 * 1024);
            field = AtLeastOne(value, nameof(MaxBytes));
        }
    } = 20 * 1024 * 1024;

    /// <summary>How deep arrays and objects may lie in each other: 64 unless told, at most 512.</summary>
    public int MaxDepth
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 512);
            field = AtLeastOne(value, nameof(MaxDepth));
        }
    } = 64;

    /// <summary>The errors that a report lists: 1,000 unless told. Those beyond it are counted.</summary>
    public int MaxErrors { get; init => field = AtLeastOne(value, nameof(MaxErrors)); } = 1_000;

    /// <summary>
    /// The time for all patterns of a document together: 100 milliseconds unless told. It is looked at between matches, and a single match
    /// may take as long once more. It is time on the clock: where a machine is overloaded, a document can be refused for a pattern that needs
    /// to go back, or for a text of more than 256 bytes, that would be judged at another time.
    /// </summary>
    public TimeSpan PatternTime
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromHours(1));
            field = value;
        }
    } = TimeSpan.FromMilliseconds(100);

    private static int AtLeastOne(int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, name);
        return value;
    }
}
