using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Policing.AuditDrill.Tracing;

/// <summary>What strace wrote: calls that succeeded, in order. A call that another thread interrupts stands on two lines.</summary>
internal sealed partial class SystemCalls
{
    private readonly List<SystemCall> _writes = [];
    private readonly List<SystemCall> _syncs = [];

    public IReadOnlyList<SystemCall> Syncs => _syncs;

    public static SystemCalls Read(string path)
    {
        SystemCalls calls = new();
        Dictionary<string, (string Text, int Line)> open = [];
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            Match match = Line().Match(line);
            if (!match.Success) continue;
            (string thread, string text) = (match.Groups["thread"].Value, match.Groups["text"].Value);
            if (text.EndsWith("<unfinished ...>", StringComparison.Ordinal)) open[thread] = (text, number);
            else if (text.StartsWith("<...", StringComparison.Ordinal)) calls.AddResumed(open, thread, text, number);
            else calls.Add(text, number, number);
        }
        return calls;
    }

    public SystemCall? FirstWrite(string ending, byte[] bytes)
    {
        string wanted = Convert.ToHexStringLower(bytes);
        return _writes.Find(write => write.File.EndsWith(ending, StringComparison.Ordinal) && IndexOfBytes(write.Hex, wanted) >= 0);
    }

    private void AddResumed(Dictionary<string, (string Text, int Line)> open, string thread, string text, int number)
    {
        if (!open.Remove(thread, out (string Text, int Line) begun)) return;
        Add(begun.Text + text, begun.Line, number);
    }

    private void Add(string text, int began, int ended)
    {
        Match match = Call().Match(text);
        if (!match.Success || Failed().IsMatch(text)) return;
        string name = match.Groups["name"].Value;
        string file = Plain(match.Groups["file"].Value);
        if (name is "fsync" or "fdatasync") _syncs.Add(new(name, file, "", began, ended));
        else _writes.Add(new(name, file, string.Concat(Quoted().Matches(text).Select(one => one.Groups["hex"].Value.Replace("\\x", "", StringComparison.Ordinal))), began, ended));
    }

    // A place between two digits of a byte is none.
    private static int IndexOfBytes(string hex, string wanted)
    {
        int at = -1;
        do at = hex.IndexOf(wanted, at + 1, StringComparison.Ordinal);
        while (at >= 0 && (at & 1) == 1);
        return at;
    }

    private static string Plain(string file)
    {
        if (!file.Contains("\\x", StringComparison.Ordinal)) return file;
        StringBuilder plain = new();
        foreach (string code in file.Split("\\x", StringSplitOptions.RemoveEmptyEntries)) plain.Append((char)byte.Parse(code.AsSpan(0, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        return plain.ToString();
    }

    [GeneratedRegex(@"^(?<thread>\d+)\s+(?<text>.*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Line();

    [GeneratedRegex(@"^(?<name>\w+)\(\d+<(?<file>[^>]*)>", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Call();

    [GeneratedRegex(@"= -1 ", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Failed();

    [GeneratedRegex("\"(?<hex>(\\\\x[0-9a-f]{2})*)\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Quoted();
}
