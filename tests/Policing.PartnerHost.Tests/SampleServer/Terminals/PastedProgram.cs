using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Policing.PartnerHost.Tests.SampleServer.Terminals;

/// <summary>C# from a page or a console, compiled as the program of a console project would be, and run. What it writes is the answer.</summary>
internal static class PastedProgram
{
    // What a console project has without asking, and a console that can be read afterwards.
    private const string Around = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;

        public static class Console
        {
            public static string Said { get; private set; } = "";

            public static void WriteLine(string text) => Said += text + "\n";
        }
        """;

    public static async Task<string> RunAsync(string code)
    {
        IEnumerable<MetadataReference> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Pasted", [CSharpSyntaxTree.ParseText(code), CSharpSyntaxTree.ParseText(Around)], references, new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using MemoryStream bytes = new();
        Microsoft.CodeAnalysis.Emit.EmitResult emitted = compilation.Emit(bytes);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error)));
        Assembly program = Assembly.Load(bytes.ToArray());
        // The entry point waits for what it began; the method beside it gives the task.
        MethodInfo main = program.GetType("Program")!.GetMethod("<Main>$", BindingFlags.NonPublic | BindingFlags.Static)!;
        object?[] arguments = [Array.Empty<string>()];
        if (main.Invoke(null, arguments) is Task running) await running;
        return (string)program.GetType("Console")!.GetProperty("Said")!.GetValue(null)!;
    }
}
