using System.IO.Compression;
using System.Text;

namespace Policing.DataModel.Tests.Codes.ReferenceDataFiles;

/// <summary>Distinct values of one column over all archive files of a folder. It reads just enough CSV for that.</summary>
internal static class PublishedColumns
{
    public static IReadOnlySet<string> Distinct(string folder, string column)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder).Where(IsTable))
        {
            AddColumn(path, column, values);
        }

        values.Remove("");
        return values;
    }

    public static IEnumerable<string[]> Rows(string path)
    {
        using var reader = Open(path);
        while (reader.ReadLine() is { } line)
        {
            yield return Fields(line);
        }
    }

    private static bool IsTable(string path) =>
        path.EndsWith(".csv", StringComparison.Ordinal) || path.EndsWith(".csv.gz", StringComparison.Ordinal);

    private static void AddColumn(string path, string column, HashSet<string> values)
    {
        var index = -1;
        foreach (var row in Rows(path))
        {
            if (index >= 0)
            {
                values.Add(row[index]);
            }
            else
            {
                index = Array.IndexOf(row, column);
                Assert.True(index >= 0, $"{Path.GetFileName(path)} has no column {column}.");
            }
        }
    }

    private static StreamReader Open(string path)
    {
        var file = File.OpenRead(path);
        return new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
    }

    private static string[] Fields(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
        {
            return line.Split(',');
        }

        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        fields.Add(field.ToString());
        return [.. fields];
    }
}
