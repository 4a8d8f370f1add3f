using System.Text;

namespace Policing.Sbom.Tests;

/// <summary>A lock file as the SDK writes it: an analyzer, a package with two below it, one of our projects, which is in lower case.</summary>
internal static class LockFileSample
{
    public static readonly byte[] Hash = [.. Enumerable.Range(0, 64).Select(i => (byte)i)];

    private static readonly string s_hash = Convert.ToBase64String(Hash);

    public static readonly byte[] Json = Encoding.UTF8.GetBytes($$"""
        {
          "version": 2,
          "dependencies": {
            "net10.0": {
              "An.Analyzer": { "type": "Direct", "requested": "[1.0.0, )", "resolved": "1.0.0", "contentHash": "{{s_hash}}" },
              "Csv": { "type": "Direct", "requested": "[2.0.0, )", "resolved": "2.0.0", "contentHash": "{{s_hash}}",
                "dependencies": { "Text": "1.5.0", "Given.By.The.Framework": "10.0.0" } },
              "Text": { "type": "Transitive", "resolved": "1.5.0-rc.1", "contentHash": "{{s_hash}}" },
              "own.model": { "type": "Project", "dependencies": { "Own.Schema": "[0.1.0, )", "Abstractions": "[3.0.0, )" } },
              "own.schema": { "type": "Project" },
              "Abstractions": { "type": "CentralTransitive", "requested": "[3.0.0, )", "resolved": "3.0.0", "contentHash": "{{s_hash}}" }
            }
          }
        }
        """);

    public static SbomOptions Options { get; } = new()
    {
        Subject = new PackageSubject("Own.Import", "0.1.0-alpha.1", Licence.Spdx("MIT")),
        LockFile = "packages.lock.json",
        Framework = "net10.0",
        PackagesFolder = "packages",
        Output = "bom.cdx.json",
        Packages = ["Csv"],
        Projects = ["Own.Model"],
    };
}
