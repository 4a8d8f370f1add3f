using Policing.Benchmarks.Quick;

namespace Policing.Benchmarks.Start;

/// <summary>From the start of a process to its first record read, and its end, against a process that only says hello.</summary>
internal static class StartFigures
{
    private const int Rounds = 20;

    /// <summary>Publishes the programs where that is yet to be done.</summary>
    public static void Prepare()
    {
        StartPublisher.RemoveOld();
        foreach (bool native in (bool[])[true, false])
        {
            if (native && !StartPublisher.HasLinker()) continue;
            StartPublisher.Publish("hello", "Hello", native);
            StartPublisher.Publish("first-read", "FirstRead", native);
        }
    }

    public static void Run(FigureSheet sheet)
    {
        Run(sheet, "import.start.native", native: true, allowance: 10);
        Run(sheet, "import.start.jit", native: false, allowance: 80);
    }

    private static void Run(FigureSheet sheet, string name, bool native, double allowance)
    {
        if (native && !StartPublisher.HasLinker())
        {
            sheet.Skip(name, "the native compiler needs clang or gcc");
            return;
        }

        if (StartPublisher.Publish("hello", "Hello", native) is not { } hello
            || StartPublisher.Publish("first-read", "FirstRead", native) is not { } firstRead)
        {
            sheet.Fail(name, "dotnet publish failed; it says why above");
            return;
        }

        (double nothing, double read) = Fastest(new(hello, "Hello, World!"), new(firstRead, "person"));
        sheet.Add(new(name, read, nothing + allowance, "ms", $"hello {nothing:0.0} ms, and {read - nothing:0.0} of {allowance:0} ms more"));
    }

    private static (double Hello, double FirstRead) Fastest(StartProgram hello, StartProgram firstRead)
    {
        double nothing = double.MaxValue, read = double.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            nothing = Math.Min(nothing, hello.Run());
            read = Math.Min(read, firstRead.Run());
        }

        return (nothing, read);
    }
}
