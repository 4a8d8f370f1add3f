namespace Policing.Conformance;

/// <summary>What the package carries: requirements, corpora, the style of the report.</summary>
internal static class Resources
{
    public static byte[] Bytes(string name)
    {
        using Stream stream = typeof(Resources).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The package lacks {name}.");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
