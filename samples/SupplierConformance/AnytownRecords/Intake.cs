using System.Text.Json;
using Policing.DataModel;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Anytown.Records;

/// <summary>What others send.</summary>
public sealed class Intake(Defects defects)
{
    // Members, codes and types that we do not know yet are no reason to refuse: the open schemas.
    private static readonly PolicingValidator Validator = new(new ValidationOptions { Schema = SchemaChoice.Open });

    /// <summary>Whether a document is taken in.</summary>
    public bool Accepts(ReadOnlySpan<byte> document) => Tidied(document) is { } text && Validator.Validate(text).IsValid;

    /// <summary>The record as it is kept: what we do not know stays in it. Null where there is none.</summary>
    public PoliceRecord? Read(ReadOnlySpan<byte> document) => Tidied(document) is { } text ? PoliceJson.Read(text).Record : null;

    private byte[]? Tidied(ReadOnlySpan<byte> document)
    {
        if (!defects.HasFlag(Defects.LastMemberCounts)) return document.ToArray();
        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(document));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
