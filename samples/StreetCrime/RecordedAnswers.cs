using System.Net;

namespace Policing.Samples.Streets;

/// <summary>
/// Answers from a folder instead of the network. Its file requests.txt has a line for each: <c>METHOD path-and-query status file</c>; a line that is
/// <c># synthetic</c> says that they were made by hand.
/// </summary>
internal sealed class RecordedAnswers : HttpMessageHandler
{
    public const string Index = "requests.txt";

    private readonly string _folder;
    private readonly Dictionary<string, (HttpStatusCode Status, string File)> _answers = new(StringComparer.Ordinal);

    private RecordedAnswers(string folder) => _folder = folder;

    public bool IsSynthetic { get; private set; }

    /// <summary>Opens a folder.</summary>
    /// <exception cref="IOException">There is none, or it has no index.</exception>
    /// <exception cref="FormatException">The index cannot be read.</exception>
    public static RecordedAnswers Open(string folder)
    {
        var recorded = new RecordedAnswers(folder);
        foreach (var line in File.ReadLines(Path.Combine(folder, Index)))
            recorded.Add(line);
        return recorded;
    }

    /// <summary>By what a request is found again: the form of a POST belongs to the question.</summary>
    public static async Task<string> KeyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var form = request.Content is null ? "" : "#" + await request.Content.ReadAsStringAsync(cancellationToken);
        return $"{request.Method} {request.RequestUri!.PathAndQuery}{form}";
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!_answers.TryGetValue(await KeyAsync(request, cancellationToken), out var answer))
            return new(HttpStatusCode.NotFound) { Content = new StringContent("This question is not in the recording.") };
        return new(answer.Status) { Content = new ByteArrayContent(await File.ReadAllBytesAsync(Path.Combine(_folder, answer.File), cancellationToken)) };
    }

    private void Add(string line)
    {
        if (line == "# synthetic")
            IsSynthetic = true;
        if (line.Length == 0 || line[0] == '#')
            return;
        var parts = line.Split(' ');
        // A name alone: no line leads out of the folder.
        if (parts.Length != 4 || !Enum.TryParse<HttpStatusCode>(parts[2], out var status) || Path.GetFileName(parts[3]) != parts[3])
            throw new FormatException("A line of the index is not: method, path and query, status, file.");
        _answers[$"{parts[0]} {parts[1]}"] = (status, parts[3]);
    }
}
