namespace Policing.ConformanceGenerator;

/// <summary>One requirement, in the order of its members in the file.</summary>
internal sealed record Row(
    string Id, string Text, string Hint, string Clause, string Level, string Target, string Area, int Phase, string Capability, string Maturity,
    IReadOnlyList<string> JudgedBy, IReadOnlyList<string> Cases, string? NotTested);
