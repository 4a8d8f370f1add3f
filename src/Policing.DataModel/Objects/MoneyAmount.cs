using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>An amount of money.</summary>
[JsonConverter(typeof(MoneyAmountConverter))]
public sealed record MoneyAmount : RecordPart
{
    /// <summary>How much.</summary>
    [Personal]
    public decimal? Amount { get; init; }

    /// <summary>The currency; absent means that it was not said. Source: ISO 4217.</summary>
    [Personal]
    public Currency? Currency { get; init; }

    /// <summary>Whether the amount is an estimate.</summary>
    [Personal]
    public bool? Estimated { get; init; }
}
