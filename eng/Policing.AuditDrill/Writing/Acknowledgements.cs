using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Policing.Ethics;
using Policing.Ethics.Audit;

namespace Policing.AuditDrill.Writing;

/// <summary>A file with a line for each entry and each checkpoint that a log has acknowledged. One write a line, with no buffer, so that a kill leaves whole lines.</summary>
internal sealed class Acknowledgements(string path) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SafeFileHandle _file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.Read);
    private long _length;

    public void Note(AuditEntryId id) => Write($"entry {id.Value}\n");

    public void Note(SignedNote note)
    {
        Checkpoint checkpoint = Checkpoint.Parse(note.Text);
        Write(string.Create(CultureInfo.InvariantCulture, $"checkpoint {checkpoint.Size} {Convert.ToHexString(checkpoint.Root.ToArray())}\n"));
    }

    public void Dispose() => _file.Dispose();

    private void Write(string line)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(line);
        lock (_lock)
        {
            RandomAccess.Write(_file, bytes, _length);
            _length += bytes.Length;
        }
    }
}
