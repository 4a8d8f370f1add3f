namespace Policing.ModelGenerator.Site;

/// <summary>A role of the list link-role: which records it may lead from and to, and how it reads in either direction.</summary>
internal sealed record LinkRole(string Code, string Label, string Inverse, string Group, IReadOnlyList<string> From, IReadOnlyList<string> To, bool IsSameKind);
