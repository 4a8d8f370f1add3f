using System.Text.Json;

namespace Policing.Sbom;

/// <summary>
/// A CycloneDX 1.6 document. It has no time and no serial number, both of which the standard leaves to the author: the same sources
/// give the same bytes, and so the same package.
/// </summary>
internal static class CycloneDxDocument
{
    public static byte[] Write(PackageSubject subject, RuntimeDependencies dependencies, PackageLicences licences)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            writer.WriteString("bomFormat", "CycloneDX");
            writer.WriteString("specVersion", "1.6");
            writer.WriteNumber("version", 1);
            WriteMetadata(writer, subject);
            WriteComponents(writer, dependencies.Components, subject, licences);
            WriteGraph(writer, subject, dependencies);
            writer.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteMetadata(Utf8JsonWriter writer, PackageSubject subject)
    {
        writer.WriteStartObject("metadata");
        writer.WriteStartArray("lifecycles");
        writer.WriteStartObject();
        writer.WriteString("phase", "build");
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartObject("tools");
        writer.WriteStartArray("components");
        writer.WriteStartObject();
        writer.WriteString("type", "application");
        writer.WriteString("name", "Policing.Sbom");
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteStartObject("component");
        WriteIdentity(writer, subject.Id, subject.Version);
        WriteLicence(writer, subject.Licence);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteComponents(
        Utf8JsonWriter writer, IReadOnlyList<SbomComponent> components, PackageSubject subject, PackageLicences licences)
    {
        writer.WriteStartArray("components");
        foreach (SbomComponent component in components)
        {
            writer.WriteStartObject();
            WriteIdentity(writer, component.Id, component.Version);
            WriteHash(writer, component.ContentHash);
            WriteLicence(writer, component.IsOwn ? subject.Licence : licences.Find(component.Id, component.Version));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteIdentity(Utf8JsonWriter writer, string id, string version)
    {
        string url = SbomComponent.PackageUrl(id, version);
        writer.WriteString("type", "library");
        writer.WriteString("bom-ref", url);
        writer.WriteString("name", id);
        writer.WriteString("version", version);
        writer.WriteString("purl", url);
    }

    /// <summary>
    /// The hash that the lock file has and that a restore in locked mode holds the package to. It is taken over the package without
    /// its signature, so for a signed package it is not the hash of the file.
    /// </summary>
    private static void WriteHash(Utf8JsonWriter writer, byte[]? contentHash)
    {
        if (contentHash is null)
        {
            return;
        }
        writer.WriteStartArray("hashes");
        writer.WriteStartObject();
        writer.WriteString("alg", "SHA-512");
        writer.WriteString("content", Convert.ToHexStringLower(contentHash));
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteLicence(Utf8JsonWriter writer, Licence? licence)
    {
        if (licence is null)
        {
            return;
        }
        writer.WriteStartArray("licenses");
        writer.WriteStartObject();
        if (licence.IsExpression)
        {
            writer.WriteString("expression", licence.Text);
        }
        else
        {
            writer.WriteStartObject("license");
            writer.WriteString("name", licence.Text);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteGraph(Utf8JsonWriter writer, PackageSubject subject, RuntimeDependencies dependencies)
    {
        writer.WriteStartArray("dependencies");
        WriteNode(writer, SbomComponent.PackageUrl(subject.Id, subject.Version), dependencies.Direct);
        foreach (SbomComponent component in dependencies.Components)
        {
            WriteNode(writer, component.Url, component.Needs);
        }
        writer.WriteEndArray();
    }

    private static void WriteNode(Utf8JsonWriter writer, string url, IReadOnlyList<string> needs)
    {
        writer.WriteStartObject();
        writer.WriteString("ref", url);
        if (needs.Count > 0)
        {
            writer.WriteStartArray("dependsOn");
            foreach (string need in needs)
            {
                writer.WriteStringValue(need);
            }
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    }
}
