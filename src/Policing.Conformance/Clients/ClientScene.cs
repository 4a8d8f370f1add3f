using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Policing.Conformance.Servers;
using Policing.DataModel;
using Policing.PartnerHost;

namespace Policing.Conformance.Clients;

/// <summary>
/// What a client meets in one case: a path, a tenant, tokens and records of its own, a script of what goes wrong, and what it has sent. Thread-safe.
/// </summary>
internal sealed class ClientScene
{
    public const string ClientId = "conformance";

    private readonly ConcurrentDictionary<string, bool> _tokens = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<SeenRequest> _calls = new();
    private readonly ConcurrentQueue<SeenRequest> _elsewhere = new();
    private readonly InMemoryPartnerStore _store;
    private readonly TimeProvider _time;

    public ClientScene(int number, Uri origin, Uri elsewhere, InMemoryPartnerStore store, TimeProvider time)
    {
        (_store, _time) = (store, time);
        Name = string.Create(CultureInfo.InvariantCulture, $"c{number}");
        BaseAddress = new(origin, Name + "/");
        Elsewhere = new(elsewhere, Name + "/");
        Service = new() { BaseAddress = BaseAddress, TokenAddress = new(BaseAddress, "token"), ClientId = ClientId, Token = NewToken() };
    }

    /// <summary>The first part of the path, and the tenant.</summary>
    public string Name { get; }

    public Uri BaseAddress { get; }

    /// <summary>The same path at another origin, where nothing may come.</summary>
    public Uri Elsewhere { get; }

    public ClientService Service { get; }

    public ServerRecords Records { get; } = new(ClientHost.Agency, ClientHost.Agency);

    /// <summary>What is done with each request below <c>/v1</c>; as the host does it unless told.</summary>
    public Func<SceneCall, Task> Play { get; set; } = static call => call.NextAsync();

    /// <summary>The requests below <c>/v1</c> so far.</summary>
    public IReadOnlyList<SeenRequest> Calls => [.. _calls];

    /// <summary>The requests at the other origin.</summary>
    public IReadOnlyList<SeenRequest> Strays => [.. _elsewhere];

    public DateTimeOffset Now => _time.GetUtcNow();

    public TimeSpan Between(SeenRequest first, SeenRequest second) => _time.GetElapsedTime(first.At, second.At);

    public int Saw(SeenRequest request)
    {
        _calls.Enqueue(request);
        return _calls.Count;
    }

    public void SawElsewhere(SeenRequest request) => _elsewhere.Enqueue(request);

    public string NewToken()
    {
        string token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        _tokens[token] = true;
        return token;
    }

    /// <summary>Whether somebody was given this token here, expired or not.</summary>
    public bool Gave(string token) => _tokens.ContainsKey(token);

    public bool Takes(string token) => _tokens.GetValueOrDefault(token);

    /// <summary>The tokens that were given so far are taken no more.</summary>
    public void ExpireTokens()
    {
        foreach (string token in _tokens.Keys) _tokens[token] = false;
    }

    /// <summary>Puts a record into the store as it is.</summary>
    public async Task<SceneRecord> StoreAsync(byte[] record, Guid id, bool isNew = true)
    {
        RecordId recordId = RecordId.FromUuid(id);
        long revision = isNew ? 1 : (await HeldAsync(id).ConfigureAwait(false))!.Revision + 1;
        DateTimeOffset now = _time.GetUtcNow();
        bool stored = await _store.TryCommitAsync(Name, new StoreCommit
        {
            Time = now,
            Records =
            [
                new RecordWrite
                {
                    Record = new() { Id = recordId, Type = ServerRecords.Type, Revision = revision, Content = record, StoredAt = now },
                    Expected = revision - 1,
                    Kind = isNew ? ChangeKind.Created : ChangeKind.Replaced,
                    Keys = ["vrm:" + ServerRecords.Mark],
                },
            ],
        }, CancellationToken.None).ConfigureAwait(false);
        return stored ? new(id, record, string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"")) : throw new InvalidOperationException("The record of a case is there already.");
    }

    /// <summary>A vehicle in the store.</summary>
    public Task<SceneRecord> VehicleAsync()
    {
        Guid id = Guid.CreateVersion7();
        return StoreAsync(Records.Vehicle(id), id);
    }

    /// <summary>What the store has of a record; null where it has none.</summary>
    public async Task<StoredRecord?> HeldAsync(Guid id) => await _store.FindAsync(Name, RecordId.FromUuid(id), CancellationToken.None).ConfigureAwait(false);
}
