namespace Anytown.Records;

/// <summary>A row of the product's table of crimes.</summary>
public sealed record CrimeRow(int Number, string Reported, string Summary, string ModusOperandi);
