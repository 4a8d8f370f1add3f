using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Ethics.Tests;

/// <summary>Contexts and requests that are complete, for tests to change.</summary>
internal static class SampleContexts
{
    public static Agency Kent { get; } = new() { Scheme = AgencyScheme.Police, Id = "kent" };

    public static Agency Essex { get; } = new() { Scheme = AgencyScheme.Police, Id = "essex" };

    public static Agency Council { get; } = new() { Scheme = AgencyScheme.Of("gss"), Id = "E10000016" };

    public static AccessActor Officer { get; } = new() { Person = "u-1001", Agency = Kent, System = "crime-desk" };

    public static AccessContext Investigator { get; } = new()
    {
        Actor = Officer,
        Purpose = ProcessingPurpose.Investigation,
        Basis = LawfulBasis.Part3Task,
        CaseReference = "46/1234/31",
        Justification = "Identify the suspect of a burglary",
    };

    public static AccessRequest Consult(string type = "person") =>
        new() { Context = Investigator, Operation = AccessOperation.Consultation, RecordType = type, Time = new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero) };
}
