using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>When something happened, with bounds: on or in, before, on or before, after, between, on or about.</summary>
[JsonConverter(typeof(TimeWindowConverter))]
public sealed record TimeWindow : RecordPart
{
    /// <summary>How the bounds are meant. Source: CJS offence date code; absent means on or in.</summary>
    [Personal]
    public OffenceDateCode? Kind { get; init; }

    /// <summary>The first bound; with <c>before</c> and <c>on or before</c>, the only one.</summary>
    [Personal]
    public PartialDateTime Start { get; init; }

    /// <summary>The second bound, of <c>between</c>.</summary>
    [Personal]
    public PartialDateTime End { get; init; }
}
