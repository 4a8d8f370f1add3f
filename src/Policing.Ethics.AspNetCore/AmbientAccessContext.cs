namespace Policing.Ethics.AspNetCore;

/// <summary>
/// The context of the request that is being answered. It flows with the request's own work and is emptied when the request has been answered, so that work
/// that outlives it has none, and never that of another request.
/// </summary>
internal sealed class AmbientAccessContext : IAccessContextAccessor
{
    private readonly AsyncLocal<Holder?> _current = new();

    public AccessContext? Current => _current.Value?.Context;

    /// <summary>Until the result is disposed of the context is this one.</summary>
    public IDisposable Enter(AccessContext context)
    {
        Holder holder = new() { Context = context };
        _current.Value = holder;
        return holder;
    }

    private sealed class Holder : IDisposable
    {
        private volatile AccessContext? _context;

        public AccessContext? Context
        {
            get => _context;
            init => _context = value;
        }

        public void Dispose() => _context = null;
    }
}
