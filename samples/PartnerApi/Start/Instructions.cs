using Policing.Samples.Partner.Identity;

namespace Policing.Samples.Partner.Start;

/// <summary>What to try, as it can be pasted. A test takes it from here and runs it.</summary>
internal static class Instructions
{
    private const string Access = "Policing-Access: purpose=investigation, basis=part-3-task, case=\"46/1234/31\"";

    public static async Task WriteAsync(TextWriter output, Uri address, SampleOptions options, ClientKeys keys, TestClient reader, Guid example)
    {
        string root = address.ToString().TrimEnd('/');
        // Under mutual TLS curl has to show the client's certificate, and to trust this server's.
        string curl = options.IsMutualTls ? $"curl -s --cacert '{Shown(keys.TrustPath)}' --cert '{Shown(keys.PathOf(reader.Id))}'" : "curl -s";
        await output.WriteLineAsync($"""
            The partner API is at {root}/v1, environment {(options.IsLive ? "live" : "test")}. Its documentation: {root}/docs. {(options.IsLive ? "It has no records." : "Nobody in it exists.")}

            In a second terminal, all that an integration does:
              dotnet run --project samples/ForceIntegration -- --server {root} --keys '{Shown(keys.Folder)}'

            Or with curl, as {reader.Id}. The token is in a file that only you read, since curl signs no assertions; it is renewed while this runs:
              TOKEN=$(cat '{Shown(options.CurlTokenPath)}')

            A record, minimised for {reader.Agency}, and written down as a disclosure:
              {curl} {root}/v1/records/person/{example} -H "Authorization: Bearer $TOKEN" -H '{Access}'

            The same without a purpose, refused:
              {curl} {root}/v1/records/person/{example} -H "Authorization: Bearer $TOKEN"

            Changes as they happen:
              {curl} -N {root}/v1/changes -H 'Accept: text/event-stream' -H "Authorization: Bearer $TOKEN" -H '{Access}'
            {(options.IsMutualTls ? "" : Snippet(root, keys, reader, example))}
            Clients prove themselves with the keys in {Shown(keys.Folder)} (yours alone; made at the first start). Ctrl+C stops it.
            """);
    }

    private static string Snippet(string root, ClientKeys keys, TestClient reader, Guid example)
    {
        using StreamReader text = new(typeof(Instructions).Assembly.GetManifestResourceStream("first-call.cs")!);
        string code = text.ReadToEnd()
            .Replace("{server}", root, StringComparison.Ordinal)
            .Replace("{keys}", Shown(keys.PathOf(reader.Id)), StringComparison.Ordinal)
            .Replace("{client}", reader.Id, StringComparison.Ordinal)
            .Replace("{example}", $"urn:uuid:{example}", StringComparison.Ordinal);
        return $"\nOr with C#, in a program that refers to Policing.Client:\n\n{code.TrimEnd()}\n";
    }

    // Slashes work everywhere, also in a C# string.
    private static string Shown(string path) => path.Replace('\\', '/');
}
