using BenchmarkDotNet.Attributes;
using Policing.JsonSchema;

namespace Policing.Benchmarks.SchemaChecks;

/// <summary>The same contests under BenchmarkDotNet.</summary>
[MemoryDiagnoser]
public class SchemaBenchmarks
{
    private SchemaContestant _contestant = null!;

    [Params("person", "bundle-20k", "bundle-5m")]
    public string Document { get; set; } = "person";

    [GlobalSetup]
    public void Prepare() => _contestant = Document switch
    {
        "person" => new SchemaContestant(ExchangeDocuments.Person, "person", "medium"),
        "bundle-20k" => new SchemaContestant(ExchangeDocuments.Bundle(20_000), "bundle", "suspect"),
        _ => new SchemaContestant(ExchangeDocuments.Bundle(5_000_000), "bundle", "suspect"),
    };

    [Benchmark(Baseline = true)]
    public int Walk() => _contestant.Walk();

    [Benchmark]
    public DocumentVerdict Check() => _contestant.Check();

    [Benchmark]
    public object Report() => _contestant.Report();

    [Benchmark]
    public DocumentVerdict CheckPlainForm() => _contestant.CheckPlain();

    [Benchmark]
    public int CheckPlainFormByNJsonSchema() => _contestant.CheckByPeer();

    [Benchmark]
    public object Compile() => StrictSchemas.Compile("bundle");
}
