using Policing.Samples.Partner.Identity;

namespace Policing.Samples.Partner.Start;

/// <summary>What to try, as it can be pasted.</summary>
internal static class Instructions
{
    public static async Task WriteAsync(TextWriter output, Uri address, IReadOnlyList<TestClient> clients, Guid example)
    {
        string root = address.ToString().TrimEnd('/');
        await output.WriteLineAsync($"""
            The partner API is at {root}/v1, environment test. Its documentation: {root}/docs. Nobody in it exists.

            A token, as Essex (good for an hour):
              TOKEN=$(curl -s {root}/token -d grant_type=client_credentials -d client_id={clients[1].Id} -d client_secret={clients[1].Secret} -d scope="records.read records.search changes.read capabilities.read" | sed -n 's/.*"access_token": *"\([^"]*\)".*/\1/p')

            A record, minimised for Essex, and written down as a disclosure:
              curl -s {root}/v1/records/person/{example} -H "Authorization: Bearer $TOKEN" -H 'Policing-Access: purpose=investigation, basis=part-3-task, case="46/1234/31"'

            The same without a purpose, refused:
              curl -s {root}/v1/records/person/{example} -H "Authorization: Bearer $TOKEN"

            Changes as they happen:
              curl -sN {root}/v1/changes -H 'Accept: text/event-stream' -H "Authorization: Bearer $TOKEN" -H 'Policing-Access: purpose=investigation, basis=part-3-task, case="46/1234/31"'

            To change records: client_id={clients[0].Id} client_secret={clients[0].Secret}, scope "records.read records.write".
            Ctrl+C stops it.
            """);
    }
}
