using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Policing.Conformance.Servers;

/// <summary>
/// What a run wrote to a server and has not disposed of: a line for each record, on the disk before the record is sent. It names no server and no person: the server's address is hashed, ids are
/// the kit's own.
/// </summary>
internal sealed class RunJournal : IDisposable
{
    private const int MostLeft = 100_000;

    private readonly string _path;
    private readonly FileStream _file;
    private readonly List<(string Type, Guid Id)> _left;

    private RunJournal(string path, FileStream file, List<(string Type, Guid Id)> left) => (_path, _file, _left) = (path, file, left);

    public IReadOnlyList<(string Type, Guid Id)> Left => _left;

    /// <exception cref="TargetRefusedException">It is another server's, is none, is in use or cannot be written.</exception>
    public static RunJournal Open(string path, Uri server)
    {
        FileStream? file = null;
        try
        {
            file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            List<(string, Guid)> left = Read(file, Hash(server));
            RunJournal journal = new(path, file, left);
            if (file.Length == 0) journal.Write(json => json.WriteString("server", Hash(server)));
            file = null;
            return journal;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new TargetRefusedException("The journal of the run cannot be opened.", "Name a file that you may write and that no other run has open.");
        }
        finally
        {
            file?.Dispose();
        }
    }

    public void Wrote(string type, Guid id)
    {
        if (_left.Contains((type, id))) return;
        Write(json =>
        {
            json.WriteString("type", type);
            json.WriteString("id", id);
        });
        _left.Add((type, id));
    }

    public void DisposedOf(string type, Guid id)
    {
        Write(json => json.WriteString("gone", id));
        _left.Remove((type, id));
    }

    /// <summary>Closes it, and deletes it where nothing is left.</summary>
    public void Dispose()
    {
        bool isEmpty = _left.Count == 0;
        _file.Dispose();
        if (isEmpty) File.Delete(_path);
    }

    private static List<(string, Guid)> Read(FileStream file, string server)
    {
        List<(string Type, Guid Id)> left = [];
        bool isFirst = true;
        using StreamReader lines = new(file, Encoding.UTF8, leaveOpen: true);
        while (lines.ReadLine() is { } line)
        {
            if (line.Length == 0) continue;
            // A line that is half of one was written when the machine stopped: its record was never sent.
            bool isTaken = TryTake(line, server, left, isFirst);
            if ((isFirst && !isTaken) || left.Count > MostLeft)
                throw new TargetRefusedException("The journal is of another server, or no journal.", "Run against the server that it is of, so that what was left there is disposed of; or name another file.");
            isFirst = false;
        }

        file.Seek(0, SeekOrigin.End);
        if (!isFirst) file.WriteByte((byte)'\n');
        return left;
    }

    private static bool TryTake(string line, string server, List<(string Type, Guid Id)> left, bool isFirst)
    {
        try
        {
            JsonElement entry = JsonElement.Parse(line);
            if (entry.ValueKind != JsonValueKind.Object) return false;
            if (isFirst) return entry.TryGetProperty("server", out JsonElement of) && of.ValueEquals(server);
            if (entry.TryGetProperty("gone", out JsonElement gone) && gone.TryGetGuid(out Guid was)) return left.RemoveAll(l => l.Id == was) >= 0;
            if (!entry.TryGetProperty("id", out JsonElement id) || !id.TryGetGuid(out Guid record) || entry.GetProperty("type").GetString() is not { } type || !type.All(c => char.IsAsciiLetterLower(c) || c == '-')) return false;
            left.Add((type, record));
            return true;
        }
        catch (Exception trouble) when (trouble is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return false;
        }
    }

    private static string Hash(Uri server) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(server.AbsoluteUri)));

    private void Write(Action<Utf8JsonWriter> members)
    {
        using MemoryStream line = new();
        using (Utf8JsonWriter json = new(line))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        _file.Write(line.GetBuffer(), 0, (int)line.Length);
        _file.Flush(flushToDisk: true);
    }
}
