using System.Diagnostics;
using Policing.Benchmarks.ApiAnswers;
using Policing.Benchmarks.Audit;
using Policing.Benchmarks.Exchange;
using Policing.Benchmarks.Import;
using Policing.Benchmarks.Model;
using Policing.Benchmarks.Policy;
using Policing.Benchmarks.SchemaChecks;
using Policing.Benchmarks.ServerRuns;
using Policing.Benchmarks.Synthetic;
using Policing.Benchmarks.ToolRuns;
using Policing.Benchmarks.Validation;

namespace Policing.Benchmarks.Quick;

/// <summary>Runs suites by name.</summary>
internal static class QuickRun
{
    private static readonly Dictionary<string, QuickSuite> Suites = new(StringComparer.Ordinal)
    {
        ["import"] = new(ImportSuite.Prepare, ImportSuite.Measure),
        ["json-schema"] = new(SchemaFigures.Prepare, SchemaFigures.Measure),
        ["model"] = new(ModelSuite.Prepare, ModelSuite.Measure),
        ["synthetic"] = new(SyntheticSuite.Prepare, SyntheticSuite.Measure),
        ["validation"] = new(ValidationSuite.Prepare, ValidationSuite.Measure),
        ["police-uk"] = new(ApiAnswerFigures.Prepare, ApiAnswerFigures.Measure),
        ["audit"] = new(AuditSuite.Prepare, AuditSuite.Measure),
        ["client"] = new(ClientFigures.Prepare, ClientFigures.Measure),
        ["policy"] = new(PolicySuite.Prepare, PolicySuite.Measure),
        ["host"] = new(HostSuite.Prepare, HostSuite.Measure),
        ["conformance"] = new(ConformanceSuite.Prepare, ConformanceSuite.Measure),
        ["tool"] = new(ToolSuite.Prepare, ToolSuite.Measure),
    };

    public static IEnumerable<string> Names => Suites.Keys;

    public static int Run(string[] names)
    {
        string? stranger = names.FirstOrDefault(n => !Suites.ContainsKey(n));
        if (stranger is not null)
        {
            Console.Error.WriteLine($"There is no suite '{stranger}'. Suites: {string.Join(", ", Names)}.");
            return 1;
        }

        bool good = true;
        foreach (string name in names) good &= RunOne(name);
        return good ? 0 : 1;
    }

    private static bool RunOne(string name)
    {
        FigureSheet sheet = new(Console.Out);
        Suites[name].Prepare();
        long start = Stopwatch.GetTimestamp();
        Suites[name].Measure(sheet);
        sheet.Say($"{name}: {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s, {(sheet.IsGood ? "all met" : "short, or nothing measured")}");
        return sheet.IsGood;
    }
}
