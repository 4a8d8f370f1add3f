using System.Text;
using System.Text.Json;

namespace Policing.Sbom.Tests;

public sealed class CycloneDxDocumentTests : IDisposable
{
    private readonly DirectoryInfo _packages = Directory.CreateTempSubdirectory("policing-sbom-");

    public void Dispose() => _packages.Delete(recursive: true);

    private byte[] Write() =>
        CycloneDxDocument.Write(
            LockFileSample.Options.Subject,
            RuntimeDependencies.Of(LockFileSample.Options, LockFile.Read(LockFileSample.Json, "net10.0")),
            new PackageLicences(_packages.FullName));

    private JsonElement Component(string name) =>
        JsonElement.Parse(Write()).GetProperty("components").EnumerateArray().Single(entry => entry.GetProperty("name").ValueEquals(name));

    private void Publish(string id, string version, string metadata)
    {
        string folder = Path.Combine(_packages.FullName, id.ToLowerInvariant(), version);
        Directory.CreateDirectory(folder);
        File.WriteAllText(
            Path.Combine(folder, id.ToLowerInvariant() + ".nuspec"),
            $"<package xmlns=\"http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd\"><metadata>{metadata}</metadata></package>");
    }

    [Fact]
    public void The_same_sources_give_the_same_bytes_without_time_or_serial_number()
    {
        byte[] first = Write();
        Assert.Equal(first, Write());
        string text = Encoding.UTF8.GetString(first);
        Assert.DoesNotContain("timestamp", text, StringComparison.Ordinal);
        Assert.DoesNotContain("serialNumber", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }

    [Fact]
    public void The_package_is_named_with_its_url_and_licence()
    {
        JsonElement subject = JsonElement.Parse(Write()).GetProperty("metadata").GetProperty("component");
        Assert.Equal("pkg:nuget/Own.Import@0.1.0-alpha.1", subject.GetProperty("purl").GetString());
        Assert.Equal("MIT", subject.GetProperty("licenses")[0].GetProperty("expression").GetString());
    }

    [Fact]
    public void A_hash_is_the_one_of_the_lock_file_in_hexadecimal()
    {
        JsonElement hash = Component("Csv").GetProperty("hashes")[0];
        Assert.Equal("SHA-512", hash.GetProperty("alg").GetString());
        Assert.Equal(LockFileSample.Hash, Convert.FromHexString(hash.GetProperty("content").GetString()!));
    }

    [Fact]
    public void A_licence_expression_is_taken_from_the_package()
    {
        Publish("Csv", "2.0.0", "<license type=\"expression\">Apache-2.0 OR MIT</license>");
        Assert.Equal("Apache-2.0 OR MIT", Component("Csv").GetProperty("licenses")[0].GetProperty("expression").GetString());
    }

    [Fact]
    public void A_licence_file_is_named_but_not_interpreted()
    {
        Publish("Csv", "2.0.0", "<license type=\"file\">license.txt</license>");
        Assert.Equal(
            "license.txt in the package",
            Component("Csv").GetProperty("licenses")[0].GetProperty("license").GetProperty("name").GetString());
    }

    [Fact]
    public void A_licence_that_is_not_stated_is_left_out()
    {
        Publish("Csv", "2.0.0", "<licenseUrl>https://example.org/licence</licenseUrl>");
        Assert.False(Component("Csv").TryGetProperty("licenses", out _));
        Assert.False(Component("Text").TryGetProperty("licenses", out _));
    }

    [Fact]
    public void Every_reference_of_the_graph_is_a_component()
    {
        JsonElement document = JsonElement.Parse(Write());
        HashSet<string> known = [.. document.GetProperty("components").EnumerateArray().Select(entry => entry.GetProperty("bom-ref").GetString()!)];
        known.Add(document.GetProperty("metadata").GetProperty("component").GetProperty("bom-ref").GetString()!);
        JsonElement[] graph = [.. document.GetProperty("dependencies").EnumerateArray()];

        Assert.Equal(known, [.. graph.Select(node => node.GetProperty("ref").GetString()!)]);
        Assert.All(
            graph.Where(node => node.TryGetProperty("dependsOn", out _)).SelectMany(node => node.GetProperty("dependsOn").EnumerateArray()),
            need => Assert.Contains(need.GetString()!, known));
    }
}
