using Policing.Benchmarks.Quick;

namespace Policing.Benchmarks.Start;

/// <summary>From the start of a process to its first record read or validated, and its end, against a process that only says hello.</summary>
internal static class StartFigures
{
    private const int Rounds = 20;

    /// <summary>Publishes the programs where that is yet to be done.</summary>
    public static void Prepare(StartContest contest)
    {
        StartPublisher.RemoveOld();
        foreach (bool native in (bool[])[true, false])
        {
            if (native && !StartPublisher.HasLinker()) continue;
            StartPublisher.Publish("hello", "Hello", native);
            StartPublisher.Publish(contest.Project, contest.Program, native);
        }
    }

    /// <param name="sheet">Takes the figures.</param>
    /// <param name="suite">The suite that they count for.</param>
    /// <param name="contest">What is measured.</param>
    /// <param name="native">How many milliseconds more than hello the native program may take.</param>
    /// <param name="jit">How many the JIT's may.</param>
    public static void Run(FigureSheet sheet, string suite, StartContest contest, double native, double jit)
    {
        Run(sheet, suite + ".start.native", contest, isNative: true, native);
        Run(sheet, suite + ".start.jit", contest, isNative: false, jit);
    }

    private static void Run(FigureSheet sheet, string name, StartContest contest, bool isNative, double allowance)
    {
        if (isNative && !StartPublisher.HasLinker())
        {
            sheet.Skip(name, "the native compiler needs clang or gcc");
            return;
        }

        if (StartPublisher.Publish("hello", "Hello", isNative) is not { } hello
            || StartPublisher.Publish(contest.Project, contest.Program, isNative) is not { } first)
        {
            sheet.Fail(name, "dotnet publish failed; it says why above");
            return;
        }

        (double nothing, double all) = Fastest(new(hello, "Hello, World!"), new(first, contest.Expected));
        sheet.Add(new(name, all, nothing + allowance, "ms", $"hello {nothing:0.0} ms, and {all - nothing:0.0} of {allowance:0} ms more"));
    }

    private static (double Hello, double First) Fastest(StartProgram hello, StartProgram first)
    {
        double nothing = double.MaxValue, all = double.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            nothing = Math.Min(nothing, hello.Run());
            all = Math.Min(all, first.Run());
        }

        return (nothing, all);
    }
}
