using Policing.Benchmarks.Quick;

namespace Policing.Benchmarks.Fhir;

/// <summary>
/// A person here and a Patient of the same content by the Firely SDK, the nearest thing of another field. What is bounded is one record against
/// one resource, each read in the way that its documentation shows. What is only said, and is closer: the Firely SDK with its checks off, and an
/// address, which is inside a Patient and here a record of its own with a link to it, in a bundle; and how our own validator fares.
/// </summary>
internal static class PatientFigures
{
    public static void Run(FigureSheet sheet)
    {
        (PolicePerson ours, FirelyPatient firely) = Same(PatientDocuments.Person, PatientDocuments.Patient);
        Read(sheet, "model.patient", ours, firely);
        Compare(sheet, "model.patient.write", ours.Write, firely.Write);
        Compare(sheet, "model.patient.write-array", () => ours.WriteArray(), () => firely.WriteArray());
        SayWithAddress(sheet);
    }

    private static (PolicePerson Ours, FirelyPatient Firely) Same(byte[] person, byte[] patient)
    {
        PolicePerson ours = new(person);
        FirelyPatient firely = new(patient);
        return ours.Content == firely.Content ? (ours, firely) : throw new InvalidOperationException("The two sides do not read the same content.");
    }

    private static void Read(FigureSheet sheet, string name, PolicePerson ours, FirelyPatient firely)
    {
        double[] seconds = Contest.Seconds(() => ours.Read(), () => firely.Read(), () => firely.ReadUnchecked(), () => ours.ReadChecked());
        double bytes = Contest.Bytes(() => ours.Read()), documented = Contest.Bytes(() => firely.Read()), without = Contest.Bytes(() => firely.ReadUnchecked());
        AddTime(sheet, name + ".read", seconds[0], seconds[1], 8);
        sheet.AddRatio(name + ".read.bytes", bytes, documented, 1.0 / 8, $"{bytes:0} B, Firely {documented:0} B, {documented / bytes:0.0} times");
        sheet.Say($"{name}.read, Firely's checks off: {seconds[2] * 1e6:0.00} us, {seconds[2] / seconds[0]:0.0} times; {without:0} B, {without / bytes:0.0} times");
        sheet.Say($"{name}.read, our checks on too: {seconds[3] * 1e6:0.00} us, {seconds[1] / seconds[3]:0.0} times");
    }

    private static void Compare(FigureSheet sheet, string name, Action ours, Action firely)
    {
        double[] seconds = Contest.Seconds(ours, firely);
        AddTime(sheet, name, seconds[0], seconds[1], 4);
    }

    private static void AddTime(FigureSheet sheet, string name, double ours, double firely, double times) =>
        sheet.AddRatio(name + ".time", ours, firely, 1 / times, $"{ours * 1e6:0.00} us, Firely {firely * 1e6:0.00} us, {firely / ours:0.0} times");

    private static void SayWithAddress(FigureSheet sheet)
    {
        (PolicePerson ours, FirelyPatient firely) = Same(PatientDocuments.PersonWithAddress, PatientDocuments.PatientWithAddress);
        double[] read = Contest.Seconds(() => ours.Read(), () => firely.Read(), () => firely.ReadUnchecked());
        double[] write = Contest.Seconds(ours.Write, firely.Write);
        double bytes = Contest.Bytes(() => ours.Read()), documented = Contest.Bytes(() => firely.Read());
        sheet.Say($"with an address, three records in a bundle against a Patient: read {read[0] * 1e6:0.00} us, Firely {read[1] * 1e6:0.00} us, "
            + $"{read[1] / read[0]:0.0} times ({read[2] / read[0]:0.0} with its checks off); {documented / bytes:0.0} times fewer bytes; write {write[1] / write[0]:0.0} times");
    }
}
