using System.Text.Json;
using Policing.Conformance.Cases;

namespace Policing.Conformance.Clients;

/// <summary>What is judged in many cases.</summary>
internal static class ClientVerdicts
{
    /// <summary>That nothing was taken for done; which of the other outcomes it is does not matter.</summary>
    public static CaseVerdict NotDone(ClientAnswer answer) => answer.Outcome == ClientOutcome.Done ? CaseVerdict.Of(FaultReasons.TakenForDone) : CaseVerdict.Passed;

    public static CaseVerdict Is(ClientAnswer answer, params ReadOnlySpan<ClientOutcome> expected) =>
        expected.Contains(answer.Outcome) ? CaseVerdict.Passed : CaseVerdict.Of(answer.Outcome == ClientOutcome.Done ? FaultReasons.TakenForDone : FaultReasons.OtherOutcome);

    public static CaseVerdict Refused(ClientAnswer answer, string code) =>
        Is(answer, ClientOutcome.Refused) is { Reason: not null } other ? other : answer.Code == code ? CaseVerdict.Passed : CaseVerdict.Of(FaultReasons.OtherCode);

    /// <summary>The first that is not passed.</summary>
    public static CaseVerdict First(params ReadOnlySpan<CaseVerdict> verdicts)
    {
        foreach (CaseVerdict verdict in verdicts)
            if (verdict.Reason is not null) return verdict;
        return CaseVerdict.Passed;
    }

    public static CaseVerdict When(bool isWrong, FaultReason reason) => isWrong ? CaseVerdict.Of(reason) : CaseVerdict.Passed;

    /// <summary>Whether the list has each of what was expected, once and in order.</summary>
    public static CaseVerdict Each(IReadOnlyList<string> expected, IReadOnlyList<string> given)
    {
        if (given.Distinct(StringComparer.Ordinal).Count() != given.Count || given.Except(expected, StringComparer.Ordinal).Any()) return CaseVerdict.Of(FaultReasons.GivenTwice);
        return When(!given.SequenceEqual(expected, StringComparer.Ordinal), FaultReasons.MissedEntry);
    }

    /// <summary>A member of an object; null where the document is none or has it not.</summary>
    public static string? Member(ReadOnlySpan<byte> json, string name)
    {
        try
        {
            JsonElement root = JsonElement.Parse(json);
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
