using System.Security.Cryptography;
using Policing.DataModel.Codes;

namespace Policing.PartnerHost;

/// <summary>The code lists of this release, as their files are.</summary>
internal sealed class CodeListFiles
{
    private const string Prefix = "reference-data/";
    private const int TagCharacters = 32;

    private CodeListFiles(IReadOnlyDictionary<string, (byte[] Content, string Tag)> files) => Files = files;

    public IReadOnlyDictionary<string, (byte[] Content, string Tag)> Files { get; }

    public static CodeListFiles Load()
    {
        System.Reflection.Assembly model = typeof(ReferenceData).Assembly;
        SortedDictionary<string, (byte[], string)> files = new(StringComparer.Ordinal);
        foreach (string resource in model.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using Stream stream = model.GetManifestResourceStream(resource)!;
            byte[] content = new byte[stream.Length];
            stream.ReadExactly(content);
            files[resource[Prefix.Length..^".json".Length]] = (content, $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..TagCharacters]}\"");
        }
        return new CodeListFiles(files);
    }
}
