using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Policing.Benchmarks.Import;
using Policing.Benchmarks.Quick;
using Policing.Benchmarks.Synthetic;
using Policing.Benchmarks.Validation;

// quick NAME…     the figures of the named suites, a line each, within a minute a suite; exit code 1 when one is short or nothing ran
// quick           the names of the suites
// lines MIB        writes NDJSON of that size to a temporary folder and validates it in processes of their own: memory and findings (eng/long-checks)
// synthetic COUNT SEED   writes as many generated records to a temporary file and validates them: nothing is found (eng/long-checks)
// full [OPTIONS]  all benchmarks under BenchmarkDotNet, with its own options (for example --filter '*Person*'); exit code 1 when one failed
return args switch
{
    ["quick", .. var names] when names.Length > 0 => QuickRun.Run(names),
    ["full", .. var options] => Full(options),
    ["lines", var size] => LargeLines.Check(int.Parse(size, System.Globalization.CultureInfo.InvariantCulture)),
    ["synthetic", var count, var seed] => await MillionRecords.CheckAsync(
        long.Parse(count, System.Globalization.CultureInfo.InvariantCulture), ulong.Parse(seed, System.Globalization.CultureInfo.InvariantCulture)),
    [LargeLinesChild.Command, var file, var degree] => await LargeLinesChild.RunAsync(file, degree),
    [MemoryChild.Command, var archive, var outputFolder] => await MemoryChild.RunAsync(archive, outputFolder),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine($"""
        Usage: dotnet run -c Release --project benchmarks/Policing.Benchmarks -- quick NAME…
               dotnet run -c Release --project benchmarks/Policing.Benchmarks -- full [options of BenchmarkDotNet]
               dotnet run -c Release --project benchmarks/Policing.Benchmarks -- lines MIB
               dotnet run -c Release --project benchmarks/Policing.Benchmarks -- synthetic COUNT SEED
        Suites of quick: {string.Join(", ", QuickRun.Names)}
        """);
    return 1;
}

// BenchmarkDotNet ends with 0 when a benchmark threw, and when the filter matched nothing.
static int Full(string[] options)
{
    Summary[] summaries = [.. BenchmarkSwitcher.FromAssembly(typeof(QuickRun).Assembly).Run(options.Length == 0 ? ["--filter", "*"] : options)];
    bool good = summaries.Length > 0 && summaries.All(s => !s.HasCriticalValidationErrors && s.Reports.Length > 0 && s.Reports.All(r => r.Success));
    return good ? 0 : 1;
}
