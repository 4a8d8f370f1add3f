// Validates one record in all stages, and says of what type it is and what was found.
using Policing.Benchmarks.Records;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

ReadResult read = new PolicingValidator().Read(TypicalRecords.Person);
Console.WriteLine($"{read.Record?.Type}, {read.Report}");
