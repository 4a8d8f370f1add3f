using Policing.Conformance.Targets;

namespace Policing.Conformance.Tests.Targets;

/// <summary>Adapters written for the shell, each of which does one thing wrong.</summary>
internal static class ShellAdapter
{
    /// <summary>Reads the first question and describes itself.</summary>
    public const string Describes = """read x; echo '{"protocol":1,"product":"shell","operations":["accept","round-trip"]}'; """;

    public static void RequireShell() => Assert.SkipUnless(File.Exists("/bin/sh"), "There is no /bin/sh here.");

    public static AdapterOptions Options(string script) => new() { Program = "/bin/sh", Arguments = ["-c", script] };

    public static TargetQuestion Question { get; } = new() { Operation = TargetOperation.Accept, Document = "{}"u8.ToArray() };
}
