namespace Policing.DataModel.Tests.Codes.ReferenceDataFiles;

internal sealed record PncCodeEntry
{
    public required string Code { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }
}
