using System.Text;
using Policing.Conformance.Running;

namespace Policing.Conformance.Tests.Running;

/// <summary>Documents in memory as inputs.</summary>
internal static class TextInput
{
    public static ConformanceInput Of(string text, bool isLines = false, string? path = null, int number = 1) => Of(Encoding.UTF8.GetBytes(text), isLines, path, number);

    public static ConformanceInput Of(byte[] bytes, bool isLines = false, string? path = null, int number = 1) => new()
    {
        Number = number,
        Path = path,
        OpenAsync = _ => ValueTask.FromResult<(Stream, bool)>((new MemoryStream(bytes), isLines)),
    };
}
