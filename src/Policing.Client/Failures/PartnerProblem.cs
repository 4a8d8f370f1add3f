using System.Globalization;
using Policing.DataModel;
using Policing.Ethics;

namespace Policing.Client;

/// <summary>
/// How a call failed, in what a program and a log may know. Of the partner's own words nothing is kept: they could name people. Immutable.
/// </summary>
public sealed record PartnerProblem
{
    /// <summary>The kind of failure.</summary>
    public required PartnerFailure Failure { get; init; }

    /// <summary>The code of the problem, such as <c>stale</c>; empty where the partner gave none that the contract knows.</summary>
    public string Code { get; init; } = "";

    /// <summary>The status of the answer; null where there was none.</summary>
    public int? Status { get; init; }

    /// <summary>The call, such as <c>records.replace</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>Whether the same call may succeed later, and may be made again.</summary>
    public bool IsRetryable { get; init; }

    /// <summary>Before when it is of no use; null where nothing is known.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the call may have had its effect all the same: its answer, or that of an earlier attempt, was lost.</summary>
    public bool MayHaveTakenEffect { get; init; }

    /// <summary>What was found, up to a thousand.</summary>
    public ValueList<PartnerFinding> Findings { get; init; }

    /// <summary>What ties this call to others, at the partner too.</summary>
    public Guid Correlation { get; init; }

    /// <summary>The partner's audit entry, to quote when asking; none where it gave none.</summary>
    public AuditEntryId AuditEntry { get; init; }

    /// <summary>How often the call was sent; 0 where it was refused here.</summary>
    public int Attempts { get; init; }

    /// <summary>The failure in one line, without any data.</summary>
    public override string ToString()
    {
        string status = Status is { } number ? string.Create(CultureInfo.InvariantCulture, $", status {number}") : "";
        string code = Code.Length == 0 ? "" : $" ({Code})";
        string effect = MayHaveTakenEffect ? " It may have taken effect." : "";
        string first = Findings.IsEmpty ? "" : string.Create(CultureInfo.InvariantCulture, $" {Findings.Count} findings, first {Findings[0]}.");
        return string.Create(CultureInfo.InvariantCulture, $"{Operation}: {FailureTexts.Of(Failure)}{code}{status}, attempts {Attempts}.{effect}{first} Correlation {Correlation:D}; audit entry {AuditEntry}.");
    }
}
