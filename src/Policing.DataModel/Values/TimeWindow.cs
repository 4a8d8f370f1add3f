using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>When something happened, with bounds: on or in, before, on or before, after, between, on or about.</summary>
/// <remarks>
/// The kinds are those of the criminal justice offence date code, 1 to 6: <see cref="FromDateCode"/> and <see cref="ToDateCode"/>. A window
/// that ends before it starts, or lacks a bound of its kind, is kept, with a finding. Immutable and thread-safe.
/// </remarks>
[JsonConverter(typeof(TimeWindowConverter))]
public sealed record TimeWindow : RecordPart
{
    /// <summary>How the bounds are meant. Absent means on or in; with an end, between. Source: CJS offence date code.</summary>
    [Personal]
    public OffenceDateCode? Kind { get; init; }

    /// <summary>The first bound; with <c>before</c> and <c>on or before</c>, the only one.</summary>
    [Personal]
    public PartialDateTime Start { get; init; }

    /// <summary>The second bound, of <c>between</c>.</summary>
    [Personal]
    public PartialDateTime End { get; init; }

    /// <summary>On that day or minute, or in that month or year: code 1.</summary>
    public static TimeWindow OnOrIn(PartialDateTime when) => Of(OffenceDateCode.OnOrIn, when);

    /// <summary>Before that time: code 2.</summary>
    public static TimeWindow Before(PartialDateTime when) => Of(OffenceDateCode.Before, when);

    /// <summary>After that time: code 3.</summary>
    public static TimeWindow After(PartialDateTime when) => Of(OffenceDateCode.After, when);

    /// <summary>Between these two times: code 4.</summary>
    public static TimeWindow Between(PartialDateTime start, PartialDateTime end) => Of(OffenceDateCode.Between, start, end);

    /// <summary>On or about that time: code 5.</summary>
    public static TimeWindow OnOrAbout(PartialDateTime when) => Of(OffenceDateCode.OnOrAbout, when);

    /// <summary>On that time or before: code 6.</summary>
    public static TimeWindow OnOrBefore(PartialDateTime when) => Of(OffenceDateCode.OnOrBefore, when);

    /// <summary>The window of this offence date code; a code that is none of the list is kept, and is a finding.</summary>
    /// <param name="code">The code, <c>1</c> to <c>6</c>.</param>
    /// <param name="start">The first date, which every code has.</param>
    /// <param name="end">The second date, of <c>4</c>; default when there is none.</param>
    public static TimeWindow FromDateCode(string code, PartialDateTime start, PartialDateTime end = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        return Of(OffenceDateCode.Of(code), start, end);
    }

    /// <summary>The offence date code of the window, <c>1</c> to <c>6</c>; <c>null</c> where its kind has none, being of another list and not mapped.</summary>
    public string? ToDateCode() => Kind is { } kind ? kind.OwnCode : (End.IsAbsent ? OffenceDateCode.OnOrIn : OffenceDateCode.Between).Code;

    private static TimeWindow Of(OffenceDateCode kind, PartialDateTime start, PartialDateTime end = default) => new() { Kind = kind, Start = start, End = end };
}
