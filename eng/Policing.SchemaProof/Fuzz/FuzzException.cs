using System.Text;

namespace Policing.SchemaProof.Fuzz;

/// <summary>What was found, with the input that found it. All input is synthetic.</summary>
internal sealed class FuzzException(string message, string input, Exception? cause = null) : Exception(message, cause)
{
    private const int Shown = 4_000;

    public string Input { get; } = input.Length > Shown ? input[..Shown] + "…" : input;

    public static string Show(params ReadOnlySpan<byte[]> inputs)
    {
        StringBuilder text = new();
        foreach (byte[] input in inputs)
        {
            text.AppendLine(Encoding.UTF8.GetString(input)).AppendLine(Convert.ToHexString(input.AsSpan(0, Math.Min(input.Length, Shown / 4))));
        }
        return text.ToString();
    }
}
