using Policing.Client;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics;
using Policing.HostDrill.Wire;
using Policing.Samples.Partner.Identity;

namespace Policing.HostDrill.Servers;

/// <summary>A client of the sample at work. Each of its calls has a correlation of its own, by which the audit log is asked for it.</summary>
internal sealed class Party : IDisposable
{
    private static readonly string[] s_scopes = ["records.read", "records.write", "records.history", "records.search", "bundles.submit", "changes.read"];

    private readonly PartyName _name;
    private readonly Uri _address;
    private readonly ClientKeys _keys;
    private readonly DrillTransport _transport;
    private volatile PolicingClient _client;

    public Party(PartyName name, Uri address, ClientKeys keys, DrillTransport transport)
    {
        (_name, _address, _keys, _transport) = (name, address, keys, transport);
        Force = new Agency { Scheme = AgencyScheme.Police, Id = name.Agency };
        _client = Connect();
    }

    public Agency Force { get; }

    public string Tenant => _name.Tenant;

    public bool IsKent => _name.Agency == "kent";

    /// <summary>A call that is made once.</summary>
    public (PartnerSession Session, Guid Correlation) NewCall(ProcessingPurpose? purpose = null)
    {
        AccessContext context = new()
        {
            Actor = new() { Agency = Force, System = _name.Client },
            Purpose = purpose ?? ProcessingPurpose.Investigation,
            Basis = LawfulBasis.Part3Task,
            CaseReference = "46/1234/31",
        };
        return (_client.For(context), context.Correlation);
    }

    public PartnerSession Session() => NewCall().Session;

    /// <summary>Begins anew with a server that was away: what the client knew of its troubles is forgotten.</summary>
    public void ConnectAgain() => _client = Connect();

    public void Dispose() => _client.Dispose();

    private PolicingClient Connect()
    {
        PolicingClientOptions options = new() { BaseAddress = _address, Budget = TimeSpan.FromSeconds(60), AttemptTimeout = TimeSpan.FromSeconds(20) };
        options.Tokens.Endpoint = new Uri(_address, "/token");
        options.Tokens.Issuer = _address.AbsoluteUri;
        options.Tokens.ClientId = _name.Client;
        options.Tokens.Key = () => ClientKey.Of(_keys.Of(_name.Client), _name.Client);
        foreach (string scope in s_scopes) options.Tokens.Scopes.Add(scope);
        return PolicingClient.Create(options, _transport.For(_name));
    }
}
