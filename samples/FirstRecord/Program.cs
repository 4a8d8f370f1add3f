// Makes, writes, reads and validates a record. The README shows the region; eng/consumer runs this file on the packed packages, and
// eng/aot compiles it ahead of time. It ends with an exit code other than 0 when something is not as it should be.
#region FirstRecord
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

Person person = new()
{
    Id = RecordId.New(),
    Controllers = [PoliceAgencies.Of(PoliceAgency.AvonAndSomerset)],
    Names = [new() { Given = ["Robin", "Alex"], Surname = "Example", Kind = NameType.Of("pen-name") }],   // no list has this code
    DatesOfBirth = [new() { Date = PartialDateTime.FromMonth(1987, 3) }],   // the day is not known, so none is made up
    Sex = Sex.Female,
};

byte[] json = PoliceJson.Write(person);
ReadResult read = new PolicingValidator().Read(json);   // reads whatever comes; what is wrong with it stands in the report

Console.WriteLine(PoliceJson.ToIndentedString(read.As<Person>()));
foreach (Finding finding in read.Report.Findings) Console.WriteLine(finding);   // one: the code is kept, and found
#endregion

bool isAsItShouldBe = read.As<Person>() == person
    && read.Report.IsValid
    && read.Report.Findings is [{ Id: "PSDK-COD-0001", Pointer: "/names/0/kind" }];
if (!isAsItShouldBe) Console.Error.WriteLine("The record that was read is not the one that was written, or not the one finding was made.");
return isAsItShouldBe ? 0 : 1;
