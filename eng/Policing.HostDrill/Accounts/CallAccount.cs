namespace Policing.HostDrill.Accounts;

/// <summary>The requests of one call: how often it was sent, and how often an answer came. Thread-safe.</summary>
/// <param name="operation">What it does, for the figures.</param>
/// <param name="isStream">Whether the answer is a stream, which has entries as it goes.</param>
internal sealed class CallAccount(string operation, bool isStream)
{
    private int _sent;
    private int _answered;
    private int _refused;
    private int _unwritten;

    public string Operation => operation;

    public bool IsStream => isStream;

    public int Sent => Volatile.Read(ref _sent);

    /// <summary>An answer came whole, whether or not the client was given it.</summary>
    public int Answered => Volatile.Read(ref _answered);

    /// <summary>How many of the answers were that the token is not good: their entries do not say which call it was.</summary>
    public int Refused => Volatile.Read(ref _refused);

    public void Refuse() => Interlocked.Increment(ref _refused);

    /// <summary>How many of the answers were that the host cannot now, without an entry: its log could not be written, and nothing was let go on.</summary>
    public int Unwritten => Volatile.Read(ref _unwritten);

    public void LeaveUnwritten() => Interlocked.Increment(ref _unwritten);

    public void Send() => Interlocked.Increment(ref _sent);

    public void Answer() => Interlocked.Increment(ref _answered);
}
