using System.Collections.Concurrent;

namespace Policing.Ethics.Audit;

/// <summary>
/// Asks the witnesses of a policy to cosign checkpoints of a log, over C2SP tlog-witness. They see hashes, sizes and the name of the log, and no entry. Thread-safe.
/// </summary>
/// <remarks>
/// Addresses are <c>https</c>; plain <c>http</c> is taken on this machine alone. Redirections are not followed by the client that <c>AddAuditWitnesses</c> sets up; one that
/// is given here should not either. Each witness has a time of its own and cannot hold up the others; what it answers is read up to a limit and counts only if its key signed it.
/// </remarks>
public sealed class WitnessClient
{
    private readonly Func<HttpClient> _http;
    private readonly WitnessPolicy _policy;
    private readonly WitnessClientOptions _options;
    private readonly TimeProvider _time;
    private readonly AskedWitness[] _asked;
    private readonly ConcurrentDictionary<(string Witness, string Origin), ulong> _sizes = new();

    /// <summary>A client.</summary>
    /// <param name="http">Sends; its owner disposes of it.</param>
    /// <param name="policy">The log, its witnesses with their addresses, and the quorum.</param>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <param name="time">The clock of the limits; null for that of the system.</param>
    /// <exception cref="ArgumentException">No witness has an address, an address may not be used, or a limit is out of range. The message says which and what to do.</exception>
    public WitnessClient(HttpClient http, WitnessPolicy policy, WitnessClientOptions? options = null, TimeProvider? time = null)
        : this(() => http, policy, options, time) => ArgumentNullException.ThrowIfNull(http);

    internal WitnessClient(Func<HttpClient> http, WitnessPolicy policy, WitnessClientOptions? options, TimeProvider? time)
    {
        ArgumentNullException.ThrowIfNull(policy);
        _options = options ?? new();
        if (_options.Fault() is { } fault) throw new ArgumentException(fault, nameof(options));
        _asked = [.. policy.Members.Values.Where(witness => witness.Address is not null).Select(AskedWitness.Of)];
        if (_asked.Length == 0) throw new ArgumentException("No witness of the policy has an address: nobody can be asked.", nameof(policy));
        _http = http;
        _policy = policy;
        _time = time ?? TimeProvider.System;
    }

    /// <summary>Asks all witnesses that have an address, at the same time, and waits until each has answered or its time is over.</summary>
    /// <param name="checkpoint">The checkpoint, signed by a log of the policy.</param>
    /// <param name="proofs">The proofs of the log. It is asked for one witness at a time.</param>
    /// <param name="cancellationToken">Ends the wait; nothing is lost by that.</param>
    /// <returns>The checkpoint with the cosignatures that hold, and how each witness answered.</returns>
    /// <exception cref="ArgumentException">No log of the policy signed the checkpoint.</exception>
    public async Task<WitnessRound> CosignAsync(SignedNote checkpoint, ConsistencyProofSource proofs, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        ArgumentNullException.ThrowIfNull(proofs);
        if (_policy.Check(checkpoint).Outcome is not (WitnessPolicyOutcome.Met or WitnessPolicyOutcome.QuorumNotMet))
            throw new ArgumentException("Witnesses are asked for checkpoints that a log of the policy signed.", nameof(checkpoint));
        Checkpoint said = Checkpoint.Parse(checkpoint.Text);
        using OneAtATime single = new(proofs);
        WitnessAnswer[] answers = await Task.WhenAll(_asked.Select(witness => AskAsync(witness, checkpoint, said, single, cancellationToken))).ConfigureAwait(false);
        SignedNote note = checkpoint;
        foreach (WitnessAnswer answer in answers)
            if (answer.Cosignature is { } cosignature && !HasSigned(note, cosignature)) note = note.With(cosignature);
        return new() { Note = note, Check = _policy.Check(note), Answers = answers };
    }

    // A second cosignature of one witness would say no more than that it looked again.
    private static bool HasSigned(SignedNote note, NoteSignature cosignature) =>
        note.Signatures.Any(signature => signature.KeyId == cosignature.KeyId && signature.KeyName == cosignature.KeyName);

    private async Task<WitnessAnswer> AskAsync(AskedWitness witness, SignedNote note, Checkpoint said, OneAtATime proofs, CancellationToken cancellationToken)
    {
        using CancellationTokenSource budget = new(_options.Timeout, _time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellationToken);
        try
        {
            return await AskUntilAgreedAsync(witness, note, said, proofs, either.Token).ConfigureAwait(false);
        }
        catch (ConsistencyProofException trouble)
        {
            // The log failed, not the witness.
            throw trouble.InnerException ?? trouble;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever happens on the way to one witness is an answer like others; what its message says may quote the network.
            return witness.Answer(budget.IsCancellationRequested ? WitnessOutcome.TimedOut : WitnessOutcome.Unreachable);
        }
    }

    // A witness that is elsewhere than expected says where, and is asked once more from there.
    private async Task<WitnessAnswer> AskUntilAgreedAsync(AskedWitness witness, SignedNote note, Checkpoint said, OneAtATime proofs, CancellationToken cancellationToken)
    {
        WitnessAnswer answer = witness.Answer(WitnessOutcome.Busy);
        for (int attempt = 0; attempt < _options.Attempts; attempt++)
        {
            ulong old = _sizes.GetValueOrDefault((witness.Name, said.Origin));
            if (old > said.Size) return Ahead(witness, said, old);
            IReadOnlyList<MerkleHash> proof = old == 0 || old == said.Size ? [] : await proofs.GetAsync(old, said.Size, cancellationToken).ConfigureAwait(false);
            answer = await WitnessExchange.SendAsync(_http(), witness, new(old, proof, note), cancellationToken).ConfigureAwait(false);
            if (answer.Outcome == WitnessOutcome.Cosigned) Remember(witness, said.Origin, said.Size);
            if (answer.Outcome != WitnessOutcome.Busy) return answer;
            if (answer.Size > said.Size) return Ahead(witness, said, answer.Size.Value);
            // At the size that was sent there is nothing to differ in but the root.
            if (answer.Size == old) return witness.Answer(old == 0 ? WitnessOutcome.Malformed : WitnessOutcome.Inconsistent, old);
            _sizes[(witness.Name, said.Origin)] = answer.Size ?? 0;
        }
        return answer;
    }

    // It is asked anew the next time: a size that was named by mistake must not stand for ever.
    private WitnessAnswer Ahead(AskedWitness witness, Checkpoint said, ulong size)
    {
        _sizes.TryRemove((witness.Name, said.Origin), out _);
        return witness.Answer(WitnessOutcome.Ahead, size);
    }

    private void Remember(AskedWitness witness, string origin, ulong size) =>
        _sizes.AddOrUpdate((witness.Name, origin), size, (_, known) => Math.Max(known, size));

    private sealed class OneAtATime(ConsistencyProofSource proofs) : IDisposable
    {
        private readonly SemaphoreSlim _turn = new(1);

        public async Task<IReadOnlyList<MerkleHash>> GetAsync(ulong old, ulong size, CancellationToken cancellationToken)
        {
            await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await proofs(old, size, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                throw new ConsistencyProofException(trouble);
            }
            finally
            {
                _turn.Release();
            }
        }

        public void Dispose() => _turn.Dispose();
    }

    private sealed class ConsistencyProofException(Exception inner) : Exception(null, inner);
}
