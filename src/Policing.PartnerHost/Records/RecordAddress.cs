using Microsoft.AspNetCore.Http;
using Policing.DataModel;

namespace Policing.PartnerHost;

/// <summary>The type and id in a path. Anything but the one spelling of each is malformed.</summary>
internal readonly record struct RecordAddress(string Type, RecordId Id)
{
    private const int LongestType = 64;

    public static RecordAddress Of(PartnerCall call)
    {
        RecordId id = IdOf(call);
        string type = call.Http.Request.RouteValues["type"] as string ?? "";
        if (!IsType(type)) throw PartnerProblem.MalformedRequest.With();
        call.RecordType = RecordTypes.IsKnown(type) ? type : null;
        return new RecordAddress(type, id);
    }

    public static RecordId IdOf(PartnerCall call)
    {
        string text = call.Http.Request.RouteValues["uuid"] as string ?? "";
        if (!Guid.TryParseExact(text, "D", out Guid uuid) || uuid == Guid.Empty || !string.Equals(uuid.ToString("D"), text, StringComparison.Ordinal))
            throw PartnerProblem.MalformedRequest.With();
        RecordId id = RecordId.FromUuid(uuid);
        call.Asked = [id];
        return id;
    }

    public static bool IsType(string text) =>
        text.Length is > 0 and <= LongestType && char.IsAsciiLetterLower(text[0]) && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    /// <summary>The record that is held there; null where there is none, or one of another type.</summary>
    public async ValueTask<StoredRecord?> FindAsync(PartnerCall call)
    {
        StoredRecord? stored = await call.Parts.Store.FindAsync(call.Tenant, Id, call.Cancelled).ConfigureAwait(false);
        return stored is not null && string.Equals(stored.Type, Type, StringComparison.Ordinal) ? stored : null;
    }
}
