using Microsoft.AspNetCore.Http;
using Policing.DataModel;

namespace Policing.PartnerHost;

/// <summary>What a write did; nothing of the record's content.</summary>
internal static class WrittenAnswer
{
    public static Task WriteAsync(PartnerCall call, int status, RecordId record, long revision, string change, bool tagged, IReadOnlyList<PartnerFinding> findings)
    {
        if (tagged) call.Http.Response.Headers.ETag = EntityTag.Of(revision);
        return JsonAnswer.WriteAsync(call.Http, status, json =>
        {
            json.WriteStartObject();
            json.WriteString("record", record.Text);
            json.WriteNumber("version", revision);
            json.WriteString("change", change);
            ProblemAnswer.WriteFindings(json, findings);
            if (!call.Entry.IsNone) json.WriteString("auditEntry", call.Entry.Value);
            json.WriteEndObject();
        });
    }
}
