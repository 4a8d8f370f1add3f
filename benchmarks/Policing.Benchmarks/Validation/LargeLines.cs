using System.Diagnostics;
using System.Globalization;
using Policing.Benchmarks.Quick;

namespace Policing.Benchmarks.Validation;

/// <summary>
/// Validates a large NDJSON file and one of a sixty-fourth of it, each in a process of its own, one line after the other and on several threads.
/// The peak memory must hardly differ, and each line must be accounted for in the same way.
/// </summary>
internal static class LargeLines
{
    private const int Parts = 64;

    // Of the same memory: what differs is when the collector comes by, and the code that is compiled meanwhile.
    private const double MostTimes = 1.3;

    private static readonly int[] Degrees = [0, 1, 2, 8];

    /// <param name="size">MiB.</param>
    public static int Check(int size)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("psdk-lines-");
        try
        {
            string large = Path.Combine(folder.FullName, "large.ndjson"), small = Path.Combine(folder.FullName, "small.ndjson");
            long lines = Write(large, (long)size << 20), few = Write(small, ((long)size << 20) / Parts);
            Console.WriteLine($"lines: {size:#,0} MiB in {lines:#,0} lines, and {few:#,0} lines");
            Outcome[] many = [.. Degrees.Select(degree => Run(large, degree))];
            bool good = true;
            for (int i = 0; i < Degrees.Length; i++) good &= Compare(Degrees[i], many[i], Run(small, Degrees[i]), many[0], lines);
            return good ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool Compare(int degree, Outcome many, Outcome few, Outcome sequential, long lines)
    {
        double times = many.Peak / (double)few.Peak;
        bool isSame = many.Lines == lines && (many.Lines, many.Unread, many.Findings, many.Sum) == (sequential.Lines, sequential.Unread, sequential.Findings, sequential.Sum);
        bool isFlat = times <= MostTimes;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {(degree == 0 ? "one by one" : $"{degree} threads")}: {many.Lines:#,0} lines, {many.Unread:#,0} not read, {many.Findings:#,0} findings, {many.Seconds:0} s; peak {many.Peak >> 20} MiB, of the small file {few.Peak >> 20} MiB: {times:0.00}{(isFlat ? "" : ", NOT FLAT")}{(isSame ? "" : ", NOT THE SAME")}"));
        return isSame && isFlat;
    }

    private static long Write(string path, long bytes)
    {
        byte[] dirty = TypicalLines.Dirty().Ndjson, broken = "{\"type\":\"person\",\"sex\":nil}\n"u8.ToArray();
        long lines = 0;
        using FileStream file = File.Create(path);
        while (file.Length < bytes)
        {
            file.Write(dirty);
            file.WriteByte((byte)'\n');
            file.Write(broken);
            lines += dirty.AsSpan().Count((byte)'\n') + 2;
        }

        return lines;
    }

    private static Outcome Run(string path, int degree)
    {
        ProcessStartInfo info = new(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(info.FileName) == "dotnet") info.ArgumentList.Add(typeof(LargeLines).Assembly.Location);
        foreach (string argument in (string[])[LargeLinesChild.Command, path, degree.ToString(CultureInfo.InvariantCulture)]) info.ArgumentList.Add(argument);
        // A console program's default, which this program switches off for itself.
        info.Environment["DOTNET_gcConcurrent"] = "1";
        using Process child = Process.Start(info)!;
        string said = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        string[] parts = said.Split(' ', StringSplitOptions.TrimEntries);
        if (child.ExitCode != 0 || parts.Length != 6) throw new InvalidOperationException("The validating process did not run as it should.");
        return new(Number(parts[0]), Number(parts[1]), Number(parts[2]), parts[3], double.Parse(parts[4], CultureInfo.InvariantCulture), Number(parts[5]));
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Outcome(long Lines, long Unread, long Findings, string Sum, double Seconds, long Peak);
}
