using System.Buffers.Binary;
using System.Text;

namespace Policing.AuditDrill.PowerLoss;

/// <summary>All that a process did to the files of a folder, in order.</summary>
internal sealed class DiskJournal
{
    private const int HeadLength = 21;

    private DiskJournal(IReadOnlyList<DiskOperation> operations) => Operations = operations;

    public IReadOnlyList<DiskOperation> Operations { get; }

    /// <remarks>The last record may be cut: the process was killed while it wrote it.</remarks>
    public static DiskJournal Read(string path)
    {
        ReadOnlyMemory<byte> left = File.ReadAllBytes(path);
        List<DiskOperation> operations = [];
        while (left.Length >= HeadLength)
        {
            ReadOnlySpan<byte> head = left.Span;
            long length = (long)BinaryPrimitives.ReadUInt64LittleEndian(head[13..]);
            if (left.Length < HeadLength + length) break;
            operations.Add(new(
                (char)head[0], BinaryPrimitives.ReadInt32LittleEndian(head[1..]), BinaryPrimitives.ReadUInt64LittleEndian(head[5..]), left.Slice(HeadLength, (int)length)));
            left = left[(HeadLength + (int)length)..];
        }
        return new(operations);
    }

    public string NameOf(int file) =>
        Encoding.UTF8.GetString(Operations.First(operation => operation.Kind == DiskOperation.IsThere && operation.File == file).Bytes.Span);

    /// <summary>What was written of a file before a moment, whether synced or not.</summary>
    public string TextOf(string name, int before)
    {
        StringBuilder text = new();
        HashSet<int> files = [.. Operations.Where(operation => operation.Kind == DiskOperation.IsThere).Select(operation => operation.File).Where(file => NameOf(file) == name)];
        foreach (DiskOperation operation in Operations.Take(before))
            if (operation.Kind == DiskOperation.Write && files.Contains(operation.File)) text.Append(Encoding.ASCII.GetString(operation.Bytes.Span));
        return text.ToString();
    }
}
