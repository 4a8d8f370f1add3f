using System.Diagnostics.CodeAnalysis;

namespace Policing.Client;

/// <summary>
/// One request for a token that several callers wait for. A caller who cancels leaves; when the last has left, the request ends too. Thread-safe.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing that must be given back.")]
internal sealed class TokenFlight
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly Lazy<Task<AccessToken>> _task;
    private int _waiting;
    private bool _isLeft;

    public TokenFlight(Func<CancellationToken, Task<AccessToken>> request) => _task = new(() => request(_ending.Token));

    /// <summary>The token, if it has come.</summary>
    public AccessToken? Arrived => _task.IsValueCreated && _task.Value.IsCompletedSuccessfully ? _task.Value.Result : null;

    /// <summary>Whether it has ended without a token.</summary>
    public bool HasFailed => _task.IsValueCreated && _task.Value.IsCompleted && !_task.Value.IsCompletedSuccessfully;

    /// <summary>Takes a place among those who wait; false where all have left and it ends.</summary>
    public bool TryBoard()
    {
        lock (_lock)
        {
            if (_isLeft) return false;
            _waiting++;
            return true;
        }
    }

    /// <summary>Waits for it, and gives up the place.</summary>
    public async Task<AccessToken> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _task.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave();
        }
    }

    private void Leave()
    {
        lock (_lock)
        {
            if (--_waiting > 0 || _task is { IsValueCreated: true, Value.IsCompleted: true }) return;
            _isLeft = true;
        }
        _ending.Cancel();
    }
}
