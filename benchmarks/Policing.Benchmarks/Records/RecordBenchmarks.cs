using BenchmarkDotNet.Attributes;

namespace Policing.Benchmarks.Records;

/// <summary>The same contests under BenchmarkDotNet.</summary>
[MemoryDiagnoser]
public class RecordBenchmarks
{
    private readonly RecordContestant<PlainPerson> _person = new(TypicalRecords.Person, PlainContext.Default.PlainPerson);
    private readonly RecordContestant<PlainCrime> _crime = new(TypicalRecords.Crime, PlainContext.Default.PlainCrime);
    private readonly RecordContestant<PlainBundle> _bundle = new(TypicalBundle.Document, PlainContext.Default.PlainBundle);

    [Benchmark]
    public object? ReadPerson() => _person.Read();

    [Benchmark]
    public object? ReadPlainPerson() => _person.ReadPlain();

    [Benchmark]
    public void WritePerson() => _person.Write();

    [Benchmark]
    public void WritePlainPerson() => _person.WritePlain();

    [Benchmark]
    public object? ReadCrime() => _crime.Read();

    [Benchmark]
    public object? ReadPlainCrime() => _crime.ReadPlain();

    [Benchmark]
    public void WriteCrime() => _crime.Write();

    [Benchmark]
    public void WritePlainCrime() => _crime.WritePlain();

    [Benchmark]
    public object? ReadBundle() => _bundle.Read();

    [Benchmark]
    public object? ReadPlainBundle() => _bundle.ReadPlain();

    [Benchmark]
    public void WriteBundle() => _bundle.Write();

    [Benchmark]
    public void WritePlainBundle() => _bundle.WritePlain();
}
