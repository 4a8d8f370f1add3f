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
            StartPublisher.Publish("hello", "Hello", native, out _);
            StartPublisher.Publish("first-read", "FirstRead", native, out _);
        }
    }

    public static void Run(FigureSheet sheet)
    {
        Run(sheet, "import.start.native", native: true, allowance: 10);
        Run(sheet, "import.start.jit", native: false, allowance: 80);
    }

    private static void Run(FigureSheet sheet, string name, bool native, double allowance)
    {
        if (StartPublisher.Publish("hello", "Hello", native, out string reason) is not { } hello
            || StartPublisher.Publish("first-read", "FirstRead", native, out reason) is not { } firstRead)
        {
            sheet.Skip(name, reason);
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
