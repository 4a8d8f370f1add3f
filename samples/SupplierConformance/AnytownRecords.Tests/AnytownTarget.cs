using System.Text.Json;
using Policing.Conformance.Targets;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;

namespace Anytown.Records.Tests;

/// <summary>The product as the kit asks it: what it claims, and each question put to the code that answers it in production.</summary>
public sealed class AnytownTarget(Defects defects) : IConformanceTarget
{
    private readonly Export _export = new(defects, TimeProvider.System);
    private readonly Intake _intake = new(defects);
    private readonly Desk _desk = new(defects);

    /// <inheritdoc/>
    public ValueTask<TargetDescription> DescribeAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(new TargetDescription
    {
        Supplier = "Anytown Systems",
        Product = "Anytown Records",
        Version = Release.Number,
        Operations = [TargetOperation.Accept, TargetOperation.RoundTrip, TargetOperation.Change, TargetOperation.Produce],
        Types = ["person", "crime"],
    });

    /// <inheritdoc/>
    public ValueTask<TargetAnswer> AskAsync(TargetQuestion question, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        return ValueTask.FromResult(question.Operation switch
        {
            TargetOperation.Accept => _intake.Accepts(question.Document.Span) ? TargetAnswer.Taken : TargetAnswer.Refused,
            TargetOperation.RoundTrip => Written(_intake.Read(question.Document.Span)),
            TargetOperation.Change => Written(Changed(question)),
            TargetOperation.Produce => Written(Produced(question.Type!, question.Number)),
            _ => TargetAnswer.Skipped,
        });
    }

    private static TargetAnswer Written(PoliceRecord? record) => record is null ? TargetAnswer.Refused : TargetAnswer.Written(PoliceJson.Write(record));

    private PoliceRecord? Changed(TargetQuestion question)
    {
        string value = JsonElement.Parse(question.Value!).GetString()!;
        return (_intake.Read(question.Document.Span), question.Pointer) switch
        {
            (Crime crime, "/summary") => _desk.Summarise(crime, value),
            (Person person, "/sex") => _desk.SetSex(person, Sex.Of(value)),
            _ => null,
        };
    }

    private PoliceRecord? Produced(string type, int number) => type switch
    {
        "person" => _export.ToRecord(Tables.Nominals[number - 1]),
        "crime" => _export.ToRecord(Tables.Crimes[number - 1]),
        _ => null,
    };
}
