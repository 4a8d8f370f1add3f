using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.PartnerHost;

/// <summary>Reads an agency of a request that is no record.</summary>
internal static class AgencyCriterion
{
    private const int Longest = 128;

    public static Agency? Read(RequestObject request)
    {
        string? scheme = request.Text("scheme", 1, Longest, required: true);
        string? id = request.Text("id", 1, Longest, required: true);
        request.Text("name", 1, Longest);
        request.NoteUnknown();
        return scheme is null || id is null ? null : new Agency { Scheme = AgencyScheme.Of(scheme), Id = id };
    }
}
