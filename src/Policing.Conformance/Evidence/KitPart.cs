using System.Reflection;
using System.Security.Cryptography;
using Policing.Conformance.Running;
using Policing.DataModel;
using Policing.JsonSchema;

namespace Policing.Conformance.Evidence;

/// <summary>A part of the kit. Immutable.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sha256">The SHA-256 of its file, or of its module's version where it stands in no file of its own; lower-case hexadecimal.</param>
public sealed record KitPart(string Name, string Sha256)
{
    private static readonly Lazy<ValueList<KitPart>> Parts = new(static () => ValueList.From(
        new[] { typeof(ConformanceRunner).Assembly, typeof(PoliceRecord).Assembly, typeof(CompiledSchema).Assembly }.Select(Of).OrderBy(static part => part.Name, StringComparer.Ordinal)));

    /// <summary>Those that judge here.</summary>
    internal static IEnumerable<KitPart> Own() => Parts.Value.AsEnumerable();

    private static KitPart Of(Assembly assembly)
    {
        string name = assembly.GetName().Name!;
        string file = Path.Combine(AppContext.BaseDirectory, name + ".dll");
        byte[] hash = File.Exists(file) ? SHA256.HashData(File.ReadAllBytes(file)) : SHA256.HashData(assembly.ManifestModule.ModuleVersionId.ToByteArray(bigEndian: true));
        return new(name, Convert.ToHexStringLower(hash));
    }
}
