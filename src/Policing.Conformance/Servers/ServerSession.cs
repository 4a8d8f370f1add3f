using System.Text.Json;
using Policing.DataModel;
using Policing.Ethics.Audit;

namespace Policing.Conformance.Servers;

/// <summary>
/// A run against one server: begins when the server has said that it is a test, disposes of what earlier runs left, notes each record before it is sent, and disposes of all at the end.
/// Not thread-safe.
/// </summary>
internal sealed class ServerSession : IAsyncDisposable
{
    private readonly ServerConnection _connection;
    private readonly ServerTargetOptions _options;
    private readonly RunJournal _journal;
    private Guid? _shared;
    private byte[]? _bundle;

    private ServerSession(ServerConnection connection, ServerTargetOptions options, ServerCapabilities capabilities, RunJournal journal, TimeProvider time)
    {
        Log = new(this);
        Entries = new(this, options.CheckpointTime, time);
        (_connection, _options, _journal, Capabilities) = (connection, options, journal, capabilities);
        Records = new(options.Agency ?? capabilities.Agency, capabilities.Agency);
    }

    public ServerCapabilities Capabilities { get; }

    public ServerRecords Records { get; }

    /// <summary>The server's audit log.</summary>
    public ServerLog Log { get; }

    /// <summary>Whether calls are in it.</summary>
    public EntryExam Entries { get; }

    /// <summary>The keys of the log; none where the run has none.</summary>
    public IReadOnlyList<INoteVerifier> LogKeys => _options.LogKeys;

    /// <summary>Records that the server keeps although the run asked it to dispose of them.</summary>
    public int Left => _journal.Left.Count;

    /// <exception cref="TargetRefusedException">It is not to be written to.</exception>
    /// <exception cref="Targets.TargetUnreachableException">It does not answer, or not as a server of the partner API.</exception>
    public static async Task<ServerSession> OpenAsync(ServerTargetOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        RequireSafe(options);
        ServerConnection connection = new(options);
        RunJournal? journal = null;
        try
        {
            ServerCapabilities capabilities = await ReadAsync(connection, cancellationToken).ConfigureAwait(false);
            if (capabilities.Environment != "test")
                throw new TargetRefusedException("The server does not say that it is a test.", "The kit writes records: run it against a server whose capabilities have 'environment' test.");
            journal = RunJournal.Open(options.JournalPath, options.BaseAddress);
            ServerSession session = new(connection, options, capabilities, journal, time);
            await session.CleanUpAsync(cancellationToken).ConfigureAwait(false);
            await session.BeginLogAsync(cancellationToken).ConfigureAwait(false);
            return session;
        }
        catch
        {
            journal?.Dispose();
            connection.Dispose();
            throw;
        }
    }

    public bool Has(Credential credential) => _connection.Has(credential);

    public async Task<ServerAnswer> SendAsync(ServerCall call, CancellationToken cancellationToken)
    {
        try
        {
            // Whoever stops the run waits for what may write: else it could be written after all was disposed of.
            cancellationToken.ThrowIfCancellationRequested();
            ServerAnswer answer = await _connection.SendAsync(call, call.Method == HttpMethod.Get ? cancellationToken : CancellationToken.None).ConfigureAwait(false);
            Entries.Answered(call, answer);
            return answer;
        }
        catch (HttpRequestException)
        {
            Entries.Lost();
            throw;
        }
    }

    /// <summary>Opens a stream. How many entries there are of one is the server's own.</summary>
    public Task<ServerStream> OpenAsync(ServerCall call, CancellationToken cancellationToken)
    {
        Entries.Lost();
        return _connection.OpenAsync(call, cancellationToken);
    }

    /// <summary>Writes a record under an id that nobody has.</summary>
    public Task<ServerAnswer> PutAsync(Guid id, byte[] record, CancellationToken cancellationToken, params ReadOnlySpan<(string Name, string Value)> headers) =>
        SendNotedAsync(id, ServerCalls.Put(id, record) with { Headers = [.. headers] }, cancellationToken);

    /// <summary>Sends what may write a record, which is noted before.</summary>
    public Task<ServerAnswer> SendNotedAsync(Guid id, ServerCall call, CancellationToken cancellationToken)
    {
        _journal.Wrote(ServerRecords.Type, id);
        return SendAsync(call, cancellationToken);
    }

    /// <summary>An id for a record that is about to be sent, noted.</summary>
    public Guid Noted()
    {
        Guid id = Guid.CreateVersion7();
        _journal.Wrote(ServerRecords.Type, id);
        return id;
    }

    /// <summary>A new record of the run's own.</summary>
    /// <exception cref="CaseSetupException">The server does not take it.</exception>
    public async Task<(Guid Id, string Tag)> NewRecordAsync(CancellationToken cancellationToken)
    {
        Guid id = Guid.CreateVersion7();
        ServerAnswer answer = await PutAsync(id, Records.Vehicle(id), cancellationToken, ("If-None-Match", "*")).ConfigureAwait(false);
        return answer.Status == 201 && answer.Tag is { } tag ? (id, tag) : throw new CaseSetupException();
    }

    /// <summary>A record that cases read and never change.</summary>
    /// <exception cref="CaseSetupException">The server does not take it.</exception>
    public async Task<Guid> SharedAsync(CancellationToken cancellationToken) => _shared ??= (await NewRecordAsync(cancellationToken).ConfigureAwait(false)).Id;

    /// <summary>Submits a bundle.</summary>
    public async Task<(Guid Id, byte[] Bundle, ServerAnswer Answer)> BundleAsync(CancellationToken cancellationToken)
    {
        Guid id = Guid.CreateVersion7();
        byte[] bundle = Records.Bundle(id, Records.Vehicle(Noted()));
        ServerAnswer answer = await SendAsync(ServerCalls.Submit(bundle), cancellationToken).ConfigureAwait(false);
        return (id, bundle, answer);
    }

    /// <summary>A bundle for cases in which it is not looked at; nothing of it is taken in.</summary>
    public byte[] AnyBundle() => _bundle ??= Records.Bundle(Guid.CreateVersion7(), Records.Vehicle(Noted()));

    public async Task<ServerAnswer> DisposeOfAsync(string type, Guid id, CancellationToken cancellationToken) =>
        await SendAsync(ServerCalls.Status(type, id, """{"action":"dispose","authority":"Conformance run"}""") with { Access = _options.DisposalAccess }, cancellationToken).ConfigureAwait(false);

    /// <summary>That a record is gone, and need not be disposed of again.</summary>
    public void Gone(Guid id) => _journal.DisposedOf(ServerRecords.Type, id);

    /// <summary>Disposes of everything that is noted. What cannot be stays noted.</summary>
    public async Task CleanUpAsync(CancellationToken cancellationToken)
    {
        foreach ((string type, Guid id) in _journal.Left.ToArray())
        {
            try
            {
                ServerAnswer answer = await DisposeOfAsync(type, id, cancellationToken).ConfigureAwait(false);
                // What was refused when it was written is not there; what is disposed of cannot be again.
                if (answer.Status is 200 or 404 || (answer.Status == 422 && answer.Text("code") == "invalid-status-change")) _journal.DisposedOf(type, id);
            }
            catch (HttpRequestException)
            {
                return;
            }
        }

        _shared = null;
        _bundle = null;
    }

    public ValueTask DisposeAsync()
    {
        _journal.Dispose();
        _connection.Dispose();
        return ValueTask.CompletedTask;
    }

    // What is wrong with the log is for the cases to say.
    private async Task BeginLogAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Entries.BeginAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception trouble) when (trouble is CaseFaultException or HttpRequestException)
        {
            // There is no first checkpoint.
        }
    }

    private static void RequireSafe(ServerTargetOptions options)
    {
        if (!options.IsMine) throw new TargetRefusedException("Nobody has said that the server is theirs.", "The kit writes records: say so with --target-is-mine where the server is yours and a test.");
        Uri address = options.BaseAddress;
        if (!address.IsAbsoluteUri || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            throw new TargetRefusedException("The server's address is not https.", "Give an https address; http counts on loopback only, since the token would travel in clear.");
        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            throw new TargetRefusedException("The server's address has more than host and path.", "Give the address below which /v1 is; tokens go into the environment or a file.");
    }

    private static async Task<ServerCapabilities> ReadAsync(ServerConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            ServerAnswer answer = await connection.SendAsync(ServerCalls.Capabilities, cancellationToken).ConfigureAwait(false);
            if (answer.Status is 401 or 403) throw new TargetRefusedException("The server does not take the token.", "Get a new one with the scope capabilities.read.");
            return ServerCapabilities.Read(answer) ?? throw new Targets.TargetUnreachableException("The server does not give its capabilities as a server of the partner API does.");
        }
        catch (HttpRequestException)
        {
            throw new Targets.TargetUnreachableException("The server does not answer.");
        }
    }
}
