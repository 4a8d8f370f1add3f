using System.Globalization;
using System.Text.Json;
using Policing.Conformance.Reports;
using Policing.Conformance.Running;
using Policing.DataModel;

namespace Policing.Conformance.Evidence;

/// <summary>What was found of a piece of evidence. What it says counts only where the outcome is good. Immutable.</summary>
public sealed record EvidenceCheck
{
    internal EvidenceCheck()
    {
    }

    /// <summary>What it is worth.</summary>
    public required EvidenceOutcome Outcome { get; init; }

    /// <summary>What it is about; null where nothing can be said.</summary>
    public ProductDeclaration? Product { get; init; }

    /// <summary>The verdict in words; empty where nothing can be said.</summary>
    public string Verdict { get; init; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset IssuedAt { get; init; }

    /// <summary>When its time is over.</summary>
    public DateTimeOffset Expires { get; init; }

    /// <summary>The SHA-256 of the requirements that it is about.</summary>
    public string RequirementsHash { get; init; } = "";

    /// <summary>The SHA-256 of each file that was judged, in order; empty for a program or a server.</summary>
    public ValueList<string> Inputs { get; init; }

    internal IReadOnlyDictionary<string, string> Statuses { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Compares it with a run over what it says that it is over. Nothing when both are the same.</summary>
    /// <param name="run">A run over documents, with <see cref="ConformanceOptions.HashInputs"/>.</param>
    /// <returns>What differs, by number and requirement.</returns>
    public IReadOnlyList<string> Differences(ConformanceRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        List<string> differences = [];
        if (run.RequirementsHash != RequirementsHash) differences.Add("The requirements are those of another release.");
        if (run.InputHashes.Count != Inputs.Count) differences.Add(string.Create(CultureInfo.InvariantCulture, $"It is over {Inputs.Count} files, and there are {run.InputHashes.Count}."));
        for (int i = 0; i < Math.Min(run.InputHashes.Count, Inputs.Count); i++)
            if (run.InputHashes[i] != Inputs[i]) differences.Add(string.Create(CultureInfo.InvariantCulture, $"File {i + 1} is another than it was."));
        Dictionary<string, string> now = run.Results.ToDictionary(r => r.Requirement.Id, r => ReportWords.Of(r.Status), StringComparer.Ordinal);
        foreach (string id in Statuses.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
            if (Statuses.GetValueOrDefault(id) != now.GetValueOrDefault(id)) differences.Add($"{id} was {Statuses.GetValueOrDefault(id, "not in it")}, and is {now.GetValueOrDefault(id, "not in it")}.");
        if (run.VerdictText != Verdict) differences.Add($"The verdict was '{Verdict}', and is '{run.VerdictText}'.");
        return differences;
    }

    internal static EvidenceCheck Of(EvidenceOutcome outcome) => new() { Outcome = outcome };

    internal static EvidenceCheck Read(JsonElement statement)
    {
        JsonElement product = statement.GetProperty("product"), report = statement.GetProperty("report");
        return new()
        {
            Outcome = EvidenceOutcome.Good,
            Product = new() { Supplier = product.GetProperty("supplier").GetString()!, Product = product.GetProperty("product").GetString()!, Version = product.GetProperty("version").GetString()! },
            Verdict = report.GetProperty("verdict").GetString()!,
            IssuedAt = statement.GetProperty("issuedAt").GetDateTimeOffset(),
            Expires = statement.GetProperty("expires").GetDateTimeOffset(),
            RequirementsHash = report.GetProperty("requirementsSha256").GetString()!,
            Inputs = ValueList.From(statement.GetProperty("inputs").EnumerateArray().Select(i => i.GetString()!)),
            Statuses = report.GetProperty("results").EnumerateArray().ToDictionary(r => r.GetProperty("requirement").GetString()!, r => r.GetProperty("status").GetString()!, StringComparer.Ordinal),
        };
    }
}
