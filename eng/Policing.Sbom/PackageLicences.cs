using System.Xml;
using System.Xml.Linq;

namespace Policing.Sbom;

/// <summary>Licences as the packages state them in their nuspec, read from the folder of extracted packages.</summary>
/// <param name="packagesFolder">The global packages folder of the restore.</param>
internal sealed class PackageLicences(string packagesFolder)
{
    /// <summary>
    /// What the package states; null where it states none, or only an address, or is not in the folder. Nothing is guessed from a text.
    /// </summary>
    public Licence? Find(string id, string version)
    {
        string nuspec = Path.Combine(
            packagesFolder, id.ToLowerInvariant(), version.ToLowerInvariant(), id.ToLowerInvariant() + ".nuspec");
        if (!File.Exists(nuspec))
        {
            return null;
        }
        using XmlReader reader = XmlReader.Create(nuspec, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        XElement? stated = XDocument.Load(reader).Root?.Elements()
            .FirstOrDefault(element => element.Name.LocalName is "metadata")?.Elements()
            .FirstOrDefault(element => element.Name.LocalName is "license");
        return stated?.Attribute("type")?.Value switch
        {
            "expression" => Licence.Spdx(stated.Value.Trim()),
            "file" => Licence.File(stated.Value.Trim()),
            _ => null,
        };
    }
}
