using Policing.Conformance.Requirements;
using Policing.DataModel;
using Policing.DataModel.Completeness;
using Policing.DataModel.Json;
using Policing.DataModel.Schemas;
using Policing.DataModel.Validation;

namespace Policing.Conformance.Running;

/// <summary>Reads documents and notes which requirements they break. What it keeps does not grow with what it reads.</summary>
internal sealed class DocumentJudge
{
    private const int Pace = 1024;

    private static readonly Lazy<ILookup<string, string>> GapTypes = new(static () =>
        CompletenessProfiles.Pole.Profiles.SelectMany(p => p.Gaps.Select(g => (g.Rule.Id, p.RecordType))).ToLookup(g => g.Id, g => g.RecordType, StringComparer.Ordinal));

    private readonly ConformanceOptions _options;
    private readonly RequirementSet _requirements;
    private readonly PolicingValidator _validator;
    private readonly Dictionary<string, Tally> _byRule = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tally> _byType = new(StringComparer.Ordinal);

    public DocumentJudge(ConformanceOptions options, RequirementSet requirements)
    {
        _options = options;
        _requirements = requirements;
        _validator = new(new ValidationOptions { ReferenceData = options.ReferenceData, Time = options.Time, Ceiling = options.Ceiling, Profiles = options.Completeness ? CompletenessProfiles.Pole : null });
    }

    public int Inputs { get; private set; }

    public long Records { get; private set; }

    public async Task ReadAsync(ConformanceInput input, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        Inputs++;
        (Stream stream, bool isLines) = await input.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            if (!isLines)
            {
                using MemoryStream text = new();
                await CopyToLimitAsync(stream, text, cancellationToken).ConfigureAwait(false);
                Take(input, _validator.Read(text.GetBuffer().AsSpan(0, (int)text.Length)));
                return;
            }

            RecordSetCheck set = new(_options.ReferenceData);
            CompletenessCheck? gaps = _options.Completeness ? new() : null;
            await foreach (RecordLine line in _validator.ReadLinesInParallelAsync(stream, degree: 0, set, cancellationToken).ConfigureAwait(false))
            {
                Take(input, line.Result);
                gaps?.Add(line);
                if (Records % Pace == 0) progress?.Report(Records);
            }

            foreach (Finding finding in set.Complete().Findings) Note(input, finding);
            if (gaps is not null) foreach (Finding finding in gaps.Complete().Findings) Note(input, finding);
        }
    }

    // A pile of records of types that nobody knows breaks no rule, and shows nothing.
    private bool HasKnown => _byType.Keys.Any(SchemaSet.BuiltIn.Strict.ContainsKey);

    public IReadOnlyList<RequirementResult> Results() =>
        [.. _requirements.All.Where(r => r.Target == RequirementTarget.Document && (r.JudgedBy.AsSpan().Contains("documents") || (_options.Completeness && IsGap(r)))).Select(Result)];

    private RequirementResult Result(Requirement requirement)
    {
        if (Records == 0) return new() { Requirement = requirement, Status = ResultStatus.NotJudged, Why = "No document was read." };
        string type = SchemaType(requirement);
        if ((type.Length > 0 && !_byType.ContainsKey(type)) || (IsGap(requirement) && !GapTypes.Value[requirement.Id].Any(_byType.ContainsKey)))
            return new() { Requirement = requirement, Status = ResultStatus.NotJudged, Why = "No record of this type was read." };
        if (!HasKnown && !_byRule.ContainsKey(requirement.Id)) return new() { Requirement = requirement, Status = ResultStatus.NotJudged, Why = "No record of a type that the model defines was read." };
        Tally tally = (type.Length > 0 ? _byType[type] : _byRule.GetValueOrDefault(requirement.Id)) ?? new Tally();
        RequirementResult result = new()
        {
            Requirement = requirement,
            Status = tally.Failures > 0 ? ResultStatus.Failed : ResultStatus.Passed,
            Judged = type.Length > 0 ? tally.Judged : Records,
            Failures = tally.Failures,
            Places = [.. tally.Places],
        };
        return ConformanceRunner.WithWaiver(result, _options);
    }

    /// <summary>Whether a requirement is about completeness, which nothing but documents can show.</summary>
    internal static bool IsGap(Requirement requirement) => requirement.JudgedBy.AsSpan().Contains("profile");

    /// <summary>The record type whose schema a requirement is about; empty where it is about a rule.</summary>
    internal static string SchemaType(Requirement requirement) =>
        requirement.Id.StartsWith("PSDK-STR-", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(requirement.Cases[0]) : "";

    private void Take(ConformanceInput input, ReadResult read)
    {
        Records++;
        if (read.Record is { } record) Meet(record);
        foreach (Finding finding in read.Report.Findings)
        {
            Note(input, finding);
            if (finding.Severity == Severity.Error && IsOfForm(finding) && read.Record is { } holder) Add(_byType, TypeAt(holder, finding.Pointer), input, finding);
        }
    }

    private void Meet(PoliceRecord record)
    {
        Of(_byType, record.Type).Judged++;
        if (record is not Bundle bundle) return;
        foreach (PoliceRecord held in bundle.Records) Of(_byType, held.Type).Judged++;
    }

    private static bool IsOfForm(Finding finding) =>
        finding.Id.StartsWith("PSDK-SCH-", StringComparison.Ordinal) || finding.Id.StartsWith("PSDK-JSON-", StringComparison.Ordinal);

    // A finding in a bundle is the held record's.
    private static string TypeAt(PoliceRecord record, string pointer)
    {
        string[] steps = pointer.Split('/', 4);
        return record is Bundle bundle && steps is ["", "records", var number, ..] && int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int at) && at < bundle.Records.Count
            ? bundle.Records[at].Type
            : record.Type;
    }

    private void Note(ConformanceInput input, Finding finding) => Add(_byRule, finding.Id, input, finding);

    private void Add(Dictionary<string, Tally> tallies, string key, ConformanceInput input, Finding finding)
    {
        Tally tally = Of(tallies, key);
        tally.Failures++;
        if (tally.Places.Count < _options.MaxPlaces) tally.Places.Add(new(input.Number, _options.ShowPaths ? input.Path : null, finding.Pointer, finding.Line, finding.Column));
    }

    private static Tally Of(Dictionary<string, Tally> tallies, string key)
    {
        if (!tallies.TryGetValue(key, out Tally? tally)) tallies.Add(key, tally = new Tally());
        return tally;
    }

    // As much as shows that it is over the limit; the validator says so.
    private static async Task CopyToLimitAsync(Stream stream, MemoryStream text, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[64 << 10];
        int most = JsonLimits.Default.BundleBytes;
        int read;
        while (text.Length <= most && (read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0) text.Write(buffer, 0, read);
    }

    private sealed class Tally
    {
        public long Judged { get; set; }

        public long Failures { get; set; }

        public List<ResultPlace> Places { get; } = [];
    }
}
