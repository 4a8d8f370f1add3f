using Policing.DataModel;

namespace Policing.Ethics.Compilation;

/// <summary>An agency as policies name it: <c>kent</c> for one of the police register, else <c>scheme:id</c>.</summary>
internal readonly record struct AgencyName(string Scheme, string Id)
{
    private const string Police = "police";

    public static AgencyName Parse(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new(Police, text) : new(text[..colon], text[(colon + 1)..]);
    }

    public static AgencyName Of(Agency agency) => new(agency.Scheme?.OwnCode ?? "", agency.Id ?? "");

    public bool Is(Agency? agency) => agency is not null
        && string.Equals(Id, agency.Id, StringComparison.Ordinal)
        && string.Equals(Scheme, agency.Scheme?.OwnCode, StringComparison.Ordinal);
}
