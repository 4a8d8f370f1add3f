using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Compilation;

/// <summary>The metaschemas of draft 2020-12, embedded.</summary>
internal static class Metaschemas
{
    /// <summary>The text of a metaschema; null where the URI is not of one.</summary>
    public static JsonText? Find(string uri)
    {
        if (!uri.StartsWith(Keywords.Draft, StringComparison.Ordinal))
        {
            return null;
        }
        using Stream? stream = typeof(Metaschemas).Assembly.GetManifestResourceStream($"metaschemas/{uri[Keywords.Draft.Length..]}.json");
        if (stream is null)
        {
            return null;
        }
        byte[] text = new byte[stream.Length];
        stream.ReadExactly(text);
        return SchemaRegistry.Read(uri, text);
    }
}
