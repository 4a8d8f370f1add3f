using System.Text.Json;
using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Client;

/// <summary>What is to become of a record. Reason and authority have no personal data in them: they outlive the record. Immutable; made by one of its methods.</summary>
public sealed record StatusChange
{
    private const int ShortestReason = 3;
    private const int LongestReason = 250;

    private StatusChange(string action) => Action = action;

    /// <summary>The action, as on the wire.</summary>
    public string Action { get; }

    private RecordId Into { get; init; }

    private RestrictionGround? Ground { get; init; }

    private ValueList<ProcessingPurpose> Purposes { get; init; }

    private ValueList<Agency> Agencies { get; init; }

    private string? Reason { get; init; }

    private string? Authority { get; init; }

    /// <summary>It is wrong, kept, and not to be relied on.</summary>
    public static StatusChange Retract(string reason) => new("retract") { Reason = Checked(reason) };

    /// <summary>It is part of another record from now on.</summary>
    public static StatusChange Merge(RecordId into, string reason) =>
        new("merge") { Into = into.Uuid == Guid.Empty ? throw new ArgumentException("The other record's id is absent or malformed.", nameof(into)) : into, Reason = Checked(reason) };

    /// <summary>Its processing is restricted to these purposes and agencies; none stated is no such limit.</summary>
    public static StatusChange Restrict(RestrictionGround ground, string reason, ValueList<ProcessingPurpose> purposes = default, ValueList<Agency> agencies = default)
    {
        ArgumentNullException.ThrowIfNull(ground);
        return new("restrict") { Ground = ground, Purposes = purposes, Agencies = agencies, Reason = Checked(reason) };
    }

    /// <summary>Its content is destroyed, here, in its history and with its recipients.</summary>
    /// <param name="authority">On whose authority: a reference.</param>
    /// <param name="reason">Why.</param>
    public static StatusChange Dispose(string authority, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(authority);
        return new("dispose") { Authority = authority, Reason = Checked(reason) };
    }

    internal byte[] Write() => RequestJson.Write(this, static (json, change) =>
    {
        json.WriteString("action", change.Action);
        if (change.Into.Canonical is { } into) json.WriteString("into", into);
        if (change.Ground?.OwnCode is { } ground) json.WriteString("ground", ground);
        RequestJson.WriteTexts(json, "permittedPurposes", change.Purposes.AsEnumerable().Select(static purpose => purpose.OwnCode ?? ""));
        RequestJson.WriteAgencies(json, "permittedAgencies", change.Agencies);
        if (change.Reason is { } reason) json.WriteString("reason", reason);
        if (change.Authority is { } authority) json.WriteString("authority", authority);
    });

    /// <summary>The action; never the words.</summary>
    public override string ToString() => Action;

    private static string Checked(string reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return reason.AsSpan().Trim().Length >= ShortestReason && reason.Length <= LongestReason
            ? reason
            : throw new ArgumentException("A reason has 3 to 250 characters.", nameof(reason));
    }
}
