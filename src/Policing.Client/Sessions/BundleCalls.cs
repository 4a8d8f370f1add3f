using System.Security.Cryptography;
using Policing.DataModel;
using Policing.DataModel.Json;

namespace Policing.Client;

/// <summary>Exchanges bundles with the partner. Thread-safe.</summary>
public sealed class BundleCalls
{
    private readonly CallSender _sender;
    private readonly Caller _caller;

    internal BundleCalls(CallSender sender, Caller caller) => (_sender, _caller) = (sender, caller);

    /// <summary>
    /// Submits a bundle. Its id and content are its key: the same again is taken in once, so it is sent again where that may help. It is taken in whole or not at all.
    /// </summary>
    /// <returns>The receipt; what becomes of the bundle later is in <see cref="GetReceiptAsync"/>.</returns>
    /// <exception cref="ArgumentException">The bundle has no id.</exception>
    /// <exception cref="PartnerException">One with this id and other content was taken in (<see cref="PartnerFailure.Conflict"/>), it does not meet the model, or the call failed.</exception>
    public async Task<Receipt> SubmitAsync(Bundle bundle, CancellationToken cancellationToken = default) =>
        (await TrySubmitAsync(bundle, cancellationToken).ConfigureAwait(false)).OrThrow();

    /// <summary>The same, with the problem as a result.</summary>
    public Task<PartnerResult<Receipt>> TrySubmitAsync(Bundle bundle, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        if (OutgoingCheck.Of(bundle, PartnerOperation.SubmitBundle, _caller, _sender.Settings, out _) is { } problem) return Task.FromResult(new PartnerResult<Receipt>(problem));
        byte[] body = PoliceJson.Write(bundle);
        PartnerRequest request = new(PartnerOperation.SubmitBundle, HttpMethod.Post, _sender.Settings.Prefix + "bundles") { Record = bundle.Id.Uuid, RecordType = bundle.Type, Body = body };
        // RFC 9530 3.
        request = request.With("Content-Digest", $"sha-256=:{Convert.ToBase64String(SHA256.HashData(body))}:");
        return SendAsync(request, bundle.Id.Uuid, cancellationToken);
    }

    /// <summary>What became of a bundle so far.</summary>
    /// <exception cref="ArgumentException">The id is absent or malformed.</exception>
    /// <exception cref="PartnerException">There is none for this caller, or the call failed.</exception>
    public async Task<Receipt> GetReceiptAsync(RecordId bundle, CancellationToken cancellationToken = default) =>
        (await TryGetReceiptAsync(bundle, cancellationToken).ConfigureAwait(false)).OrThrow();

    /// <summary>The same, with the problem as a result.</summary>
    public Task<PartnerResult<Receipt>> TryGetReceiptAsync(RecordId bundle, CancellationToken cancellationToken = default)
    {
        if (bundle.Uuid == Guid.Empty) throw new ArgumentException("The bundle's id is absent or malformed.", nameof(bundle));
        PartnerRequest request = new(PartnerOperation.Receipt, HttpMethod.Get, $"{_sender.Settings.Prefix}bundles/{bundle.Uuid:D}/receipt") { Record = bundle.Uuid, RecordType = "receipt" };
        return SendAsync(request, bundle.Uuid, cancellationToken);
    }

    private Task<PartnerResult<Receipt>> SendAsync(PartnerRequest request, Guid bundle, CancellationToken cancellationToken) =>
        _sender.SendAsync(request, _caller, static (in answer, state) => Read(answer, state.Settings, state.bundle), (_sender.Settings, bundle), cancellationToken).AsTask();

    private static Receipt Read(in Answer answer, ClientSettings settings, Guid bundle)
    {
        ReadResult read = AnswerJson.Record(answer.Utf8.Span, settings);
        if (read.Record is not Receipt receipt) throw new AnswerFaultException(PartnerFailure.UnreadableAnswer, AnswerJson.Findings(read.Report));
        return receipt.Bundle.Uuid == bundle ? receipt : throw new AnswerFaultException(PartnerFailure.Untrusted);
    }
}
