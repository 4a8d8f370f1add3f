using FsCheck.Xunit;
using Policing.DataModel;
using Policing.DataModel.Json;

namespace Policing.Testing.FsCheck.Tests.DocCode;

public class ReadmeExamples
{
    #region FsCheckProperty
    [Property(Arbitrary = [typeof(PolicingArbitraries)], MaxTest = 50, Replay = "2026,11")]
    public bool What_is_written_reads_as_the_same_record(PoliceRecord record) =>
        record.Equals(PoliceJson.Read(PoliceJson.Write(record)).Record);

    [Property(Arbitrary = [typeof(PolicingArbitraries)], MaxTest = 50, Replay = "2026,11")]
    public bool Every_link_of_a_case_ends_in_it(ScenarioCase made) =>
        made.Records.OfType<Link>().All(link => made.Records.Any(record => record.Id == link.To!.Id));
    #endregion
}
