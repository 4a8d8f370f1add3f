using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.PoliceUk.Mapping;

/// <summary>The parts of the envelope that say where a record came from. Those that rows share are made once. Not thread-safe.</summary>
internal sealed class SourceRecords
{
    private PartialDateTime _period;
    private Agency? _agency;
    private RecordSource? _keyless;
    private RecordSource? _unnamed;

    /// <summary>Of a location, which belongs to no month.</summary>
    public static RecordSource OfPlaces { get; } = new() { System = KeyText.System };

    /// <summary>Published as anonymised; whoever joins it with other data must decide anew.</summary>
    public static CollectionBasis Collection { get; } = new() { Regime = ProcessingRegime.NotPersonal };

    /// <summary>Of a record that has the source's own reference.</summary>
    public static RecordSource Keyed(string reference, PartialDateTime period, Agency? agency) =>
        new() { System = KeyText.System, Reference = reference, Period = period, Agency = agency };

    /// <summary>Of a record whose id rests on its place in the file.</summary>
    public RecordSource Keyless(PartialDateTime period, Agency? agency)
    {
        Turn(period, agency);
        return _keyless ??= new() { System = KeyText.System, Period = period, Agency = agency, Keyless = true };
    }

    /// <summary>Of a record that has a key made of its columns, but no reference of its own.</summary>
    public RecordSource Unnamed(PartialDateTime period, Agency? agency)
    {
        Turn(period, agency);
        return _unnamed ??= new() { System = KeyText.System, Period = period, Agency = agency };
    }

    private void Turn(PartialDateTime period, Agency? agency)
    {
        if (_period == period && ReferenceEquals(_agency, agency))
            return;
        (_period, _agency) = (period, agency);
        (_keyless, _unnamed) = (null, null);
    }
}
