using Policing.Benchmarks.Quick;

namespace Policing.Benchmarks.Fhir;

/// <summary>A person here and a Patient of the same content by the Firely SDK, the nearest thing of another field.</summary>
internal static class PatientFigures
{
    public static void Run(FigureSheet sheet)
    {
        Run(sheet, "model.patient", PatientDocuments.Person, PatientDocuments.Patient);
        Run(sheet, "model.patient-with-address", PatientDocuments.PersonWithAddress, PatientDocuments.PatientWithAddress);
    }

    private static void Run(FigureSheet sheet, string name, byte[] person, byte[] patient)
    {
        PolicePerson ours = new(person);
        FirelyPatient firely = new(patient);
        if (ours.Content != firely.Content) throw new InvalidOperationException("The two sides do not read the same content.");
        Read(sheet, name, ours, firely);
        Write(sheet, name + ".write", ours.Write, firely.Write);
        Write(sheet, name + ".write-array", () => ours.WriteArray(), () => firely.WriteArray());
    }

    private static void Read(FigureSheet sheet, string name, PolicePerson ours, FirelyPatient firely)
    {
        double[] seconds = Contest.Seconds(() => ours.Read(), () => firely.Read(), () => firely.ReadUnchecked());
        double bytes = Contest.Bytes(() => ours.Read()), documented = Contest.Bytes(() => firely.Read()), without = Contest.Bytes(() => firely.ReadUnchecked());
        Compare(sheet, name + ".read.time", seconds[0], seconds[1], 8, "us", 1e6);
        Compare(sheet, name + ".read.bytes", bytes, documented, 8, "B", 1);
        Compare(sheet, name + ".read-unchecked.time", seconds[0], seconds[2], 8, "us", 1e6);
        Compare(sheet, name + ".read-unchecked.bytes", bytes, without, 8, "B", 1);
    }

    private static void Write(FigureSheet sheet, string name, Action ours, Action firely)
    {
        double[] seconds = Contest.Seconds(ours, firely);
        Compare(sheet, name + ".time", seconds[0], seconds[1], 4, "us", 1e6);
    }

    private static void Compare(FigureSheet sheet, string name, double ours, double firely, double times, string unit, double scale) =>
        sheet.AddRatio(name, ours, firely, 1 / times, $"{ours * scale:0.00} {unit}, Firely {firely * scale:0.00} {unit}, {firely / ours:0.0} times");
}
