using System.Net;
using System.Text;
using Policing.Ethics.Audit;

namespace Policing.Client.Tests.Sessions;

/// <summary>Serves a directory of tiles as the contract has it.</summary>
internal sealed class LogPartner(string folder, Func<string, byte[]?>? read = null) : HttpMessageHandler
{
    private const string Origin = "audit.partner.example";

    public int Tiles { get; private set; }

    public static MerkleHash Leaf(int index) => MerkleHash.OfLeaf(Entry(index));

    public static MerkleHash Root(int size)
    {
        MerkleTree tree = new();
        for (int i = 0; i < size; i++) tree.Append(Leaf(i));
        return tree.Root();
    }

    public static async Task<LogPartner> OfAsync(string folder, int size, int changed = -1)
    {
        TileWriter writer = new(folder);
        for (int i = 0; i < size; i++) await writer.AddAsync(i == changed ? Entry(-1) : Entry(i), Bench.Ending);
        MerkleHash root = await writer.CompleteAsync(Bench.Ending);
        string text = $"{Origin}\n{size}\n{root}\n\n— {Origin} {Convert.ToBase64String(new byte[68])}\n";
        await File.WriteAllTextAsync(Path.Combine(folder, "checkpoint"), text, Bench.Ending);
        return new(folder);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string path = request.RequestUri!.AbsolutePath["/v1/audit/".Length..];
        bool isTile = path.StartsWith("tile/", StringComparison.Ordinal);
        if (isTile) Tiles++;
        byte[]? content = read is not null ? read(path) : File.Exists(Path.Combine(folder, path)) ? File.ReadAllBytes(Path.Combine(folder, path)) : null;
        HttpResponseMessage response = new(content is null ? HttpStatusCode.NotFound : HttpStatusCode.OK) { Content = new ByteArrayContent(content ?? []) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", isTile ? "application/octet-stream" : "text/plain; charset=utf-8");
        return Task.FromResult(response);
    }

    private static byte[] Entry(int index) => Encoding.UTF8.GetBytes($"entry {index}");
}
