namespace Anytown.Records;

/// <summary>A row of the product's oldest table, as it was typed: a birth is six digits, day, month and year.</summary>
public sealed record NominalRow(int Number, string Surname, string Forename, string Born, string Sex);
