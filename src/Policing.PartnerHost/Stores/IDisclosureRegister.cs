using Policing.DataModel;

namespace Policing.PartnerHost;

/// <summary>
/// Which agencies were given a record that they do not control, so that they can be told when it is corrected or disposed of. It holds no content and outlives the
/// record's. Source: DPA 2018 s.48(9).
/// </summary>
/// <remarks>Implementations are thread-safe. To throw is to fail: nothing is given that cannot be registered.</remarks>
public interface IDisclosureRegister
{
    /// <summary>Completes when it is durable that the agency was given the record. The same again changes nothing.</summary>
    ValueTask AddAsync(string tenant, RecordId record, Agency recipient, CancellationToken cancellationToken);

    /// <summary>The agencies that were given the record, each once.</summary>
    ValueTask<ValueList<Agency>> RecipientsAsync(string tenant, RecordId record, CancellationToken cancellationToken);
}
