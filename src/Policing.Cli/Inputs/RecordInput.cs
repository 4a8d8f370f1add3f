using System.Text.Json;

namespace Policing.Cli.Inputs;

/// <summary>A file, or the standard input, with its number among those given.</summary>
internal sealed record RecordInput(int Number, string? Path)
{
    private const int LookBytes = 64 << 10;
    private static readonly string[] Endings = [".json", ".jsonl", ".ndjson"];

    /// <summary>The inputs that the arguments name: files as they are, of folders what ends in .json, .ndjson or .jsonl, and "-" for the standard input.</summary>
    public static IReadOnlyList<RecordInput> Of(IEnumerable<string> arguments)
    {
        List<RecordInput> inputs = [];
        int argument = 0;
        foreach (string given in arguments)
        {
            argument++;
            foreach (string? path in Paths(given, argument)) inputs.Add(new(inputs.Count + 1, path));
        }

        return inputs;
    }

    /// <summary>How it is called in what the tool says.</summary>
    public string Name(bool showPaths) => Path is null ? "standard input" : showPaths ? Path : FormattableString.Invariant($"file {Number}");

    /// <summary>Opens it.</summary>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public Stream Open(Func<Stream> standardInput)
    {
        try
        {
            return Path is null
                ? standardInput()
                : new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan | FileOptions.Asynchronous);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException(FormattableString.Invariant($"file {Number} cannot be opened."), "check that it is there and that you may read it.");
        }
    }

    /// <summary>Which kind it is; the second is the stream to read from, which begins where the first began.</summary>
    public async Task<(InputKind Kind, Stream Stream)> LookAsync(Stream stream, InputKind asked, CancellationToken cancellationToken)
    {
        if (asked != InputKind.Auto) return (asked, stream);
        if (Path is not null && System.IO.Path.GetExtension(Path) is ".ndjson" or ".jsonl") return (InputKind.Lines, stream);
        if (Path is not null && System.IO.Path.GetExtension(Path) is ".json") return (InputKind.Document, stream);
        byte[] beginning = new byte[LookBytes];
        int read = await stream.ReadAtLeastAsync(beginning, LookBytes, throwOnEndOfStream: false, cancellationToken);
        ReadOnlyMemory<byte> looked = beginning.AsMemory(0, read);
        return (IsLines(looked.Span) ? InputKind.Lines : InputKind.Document, new LookedAtStream(looked, stream));
    }

    // A first line that is a whole JSON value, and more after it.
    private static bool IsLines(ReadOnlySpan<byte> beginning)
    {
        int end = beginning.IndexOf((byte)'\n');
        if (end <= 0 || beginning[end..].TrimStart(" \t\r\n"u8).IsEmpty) return false;
        try
        {
            Utf8JsonReader reader = new(beginning[..end], new JsonReaderOptions { MaxDepth = 256 });
            while (reader.Read()) { }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string?[] Paths(string given, int argument)
    {
        if (given == "-") return [null];
        if (File.Exists(given)) return [given];
        if (!Directory.Exists(given))
            throw new UsageException(FormattableString.Invariant($"there is no file or folder of the name that path {argument} has."), "check the spelling; paths are from the folder that you are in.");
        string[] found = [.. Files(given)];
        return found.Length > 0 ? found : throw new UsageException(FormattableString.Invariant($"the folder of path {argument} holds no .json, .ndjson or .jsonl."), "name the files themselves if they end otherwise.");
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Where(path => Endings.Contains(System.IO.Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);
}
