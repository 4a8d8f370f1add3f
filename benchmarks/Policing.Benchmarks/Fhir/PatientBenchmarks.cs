using BenchmarkDotNet.Attributes;

namespace Policing.Benchmarks.Fhir;

/// <summary>The same contests under BenchmarkDotNet.</summary>
[MemoryDiagnoser]
public class PatientBenchmarks
{
    private readonly PolicePerson _person = new(PatientDocuments.Person);
    private readonly FirelyPatient _patient = new(PatientDocuments.Patient);

    [Benchmark]
    public object? ReadPerson() => _person.Read();

    [Benchmark]
    public object? ReadPatient() => _patient.Read();

    [Benchmark]
    public object ReadPatientUnchecked() => _patient.ReadUnchecked();

    [Benchmark]
    public void WritePerson() => _person.Write();

    [Benchmark]
    public void WritePatient() => _patient.Write();
}
