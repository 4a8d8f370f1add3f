using System.Globalization;
using System.Text;

namespace Policing.Ethics.Audit;

/// <summary>The body of <c>add-checkpoint</c>, C2SP tlog-witness.</summary>
internal sealed record WitnessQuestion(ulong OldSize, IReadOnlyList<MerkleHash> Proof, SignedNote Note)
{
    public byte[] ToUtf8()
    {
        StringBuilder body = new();
        body.Append("old ").Append(OldSize.ToString(CultureInfo.InvariantCulture)).Append('\n');
        foreach (MerkleHash hash in Proof) body.Append(hash).Append('\n');
        return Encoding.UTF8.GetBytes(body.Append('\n').Append(Note).ToString());
    }
}
