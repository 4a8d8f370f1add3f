using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.PartnerHost;
using Policing.Testing;

namespace Policing.Samples.Partner.Start;

/// <summary>People and crimes that do not exist, for the first start. They come through the API, as everything does.</summary>
internal static class SampleData
{
    private const int Cases = 20;

    /// <summary>The records, those that links join first.</summary>
    public static IEnumerable<PoliceRecord> Records(Agency agency)
    {
        SyntheticRecords synthetic = new();
        for (int number = 0; number < Cases; number++)
        {
            Person person = synthetic.Person(number) with { Controllers = [agency] };
            Crime crime = synthetic.Crime(number) with { Controllers = [agency] };
            yield return person;
            yield return crime;
            yield return synthetic.Link(person, LinkRole.Victim, crime) with { Controllers = [agency] };
        }
    }
}
