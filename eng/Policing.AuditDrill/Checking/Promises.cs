using System.Globalization;

namespace Policing.AuditDrill.Checking;

/// <summary>What a log has acknowledged: entries by id, and checkpoints by size with their root.</summary>
internal sealed record Promises(IReadOnlyCollection<Guid> Entries, IReadOnlyCollection<(ulong Size, string Root)> Checkpoints)
{
    public static Promises Read(string path) => File.Exists(path) ? Parse(File.ReadAllText(path)) : new([], []);

    /// <remarks>A last line without its end was being written; nobody was told.</remarks>
    public static Promises Parse(string text)
    {
        List<Guid> entries = [];
        List<(ulong, string)> checkpoints = [];
        foreach (string line in text.Split('\n')[..^1])
        {
            string[] words = line.Split(' ');
            if (words[0] == "entry") entries.Add(Guid.ParseExact(words[1], "D"));
            else checkpoints.Add((ulong.Parse(words[1], CultureInfo.InvariantCulture), words[2]));
        }
        return new(entries, checkpoints);
    }
}
