using System.Text.RegularExpressions;

namespace Policing.AuditDrill;

/// <summary>
/// Watches the system calls of a writer: the acknowledgement of an entry must come after an fsync or fdatasync of the write-ahead log has returned that began after the
/// entry was written to it.
/// </summary>
internal static partial class StraceDrill
{
    private const int Writers = 8;

    public static async Task RunAsync(int acknowledgements)
    {
        if (!File.Exists("/usr/bin/strace")) throw new MeansMissingException("strace is not here");
        using DrillFolder folder = new();
        string trace = Path.Combine(folder.Path, "trace");
        using WriterProcess writer = new(
            folder.Store, folder.Key, Writers, acknowledgements + (acknowledgements / 10) + 10, true, null,
            "/usr/bin/strace", "-f", "-y", "-s", "20000", "-e", "trace=pwrite64,write,fsync,fdatasync", "-e", "signal=none", "-o", trace);
        List<string> ids = await writer.ReadAsync();
        if (ids.Count == 0) throw new MeansMissingException("strace may not trace here");
        int seen = Check(File.ReadLines(trace));
        if (seen < acknowledgements) throw new DrillFailedException($"Only {seen} of {ids.Count} entries were seen on their way to the disk.");
        Console.WriteLine($"strace: {seen} acknowledgements, each after the fsync that covers its entry");
    }

    /// <returns>How many entries were seen whole: one whose mark lies across two pages is not.</returns>
    private static int Check(IEnumerable<string> lines)
    {
        Dictionary<string, int> written = [];
        List<(int Began, int Ended)> syncs = [];
        Dictionary<string, (int Line, string Call)> unfinished = [];
        int seen = 0;
        int line = 0;
        foreach (string text in lines)
        {
            line++;
            string thread = text.Split(' ', 2)[0];
            int began = line;
            string call = text;
            if (text.Contains("<unfinished ...>", StringComparison.Ordinal))
            {
                unfinished[thread] = (line, text);
                // That it began is what counts of an acknowledgement.
                if (!IsOutput(text)) continue;
            }
            else if (text.Contains(" resumed>", StringComparison.Ordinal))
            {
                if (!unfinished.Remove(thread, out (int Line, string Call) start) || IsOutput(start.Call)) continue;
                (began, call) = (start.Line, start.Call);
            }
            if (IsLog(call) && call.Contains("pwrite64(", StringComparison.Ordinal))
            {
                foreach (Match mark in Mark.Matches(call)) written.TryAdd(mark.Value, line);
            }
            else if (IsLog(call) && Sync.IsMatch(call))
            {
                syncs.Add((began, line));
            }
            else if (IsOutput(call) && Mark.Match(call) is { Success: true } mark)
            {
                if (!written.TryGetValue(mark.Value, out int at)) continue;
                if (!syncs.Exists(sync => sync.Began > at && sync.Ended < began)) throw new DrillFailedException("An acknowledgement came before the fsync that covers its entry.");
                seen++;
            }
        }
        return seen;
    }

    private static bool IsLog(string call) => call.Contains("audit.db-wal>", StringComparison.Ordinal);

    private static bool IsOutput(string call) => call.Contains($"\"{Writer.Acknowledged}", StringComparison.Ordinal);

    [GeneratedRegex("mark-[0-9]{8}-", RegexOptions.None, 10_000)]
    private static partial Regex Mark { get; }

    [GeneratedRegex(@"\b(fsync|fdatasync)\(", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Sync { get; }
}
