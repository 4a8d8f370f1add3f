// Reads one record and says of what type it is.
using Policing.Benchmarks.Records;
using Policing.DataModel;
using Policing.DataModel.Json;

Person person = PoliceJson.Read(TypicalRecords.Person).As<Person>();
Console.WriteLine(person.Type);
