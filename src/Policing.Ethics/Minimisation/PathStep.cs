namespace Policing.Ethics.Minimisation;

/// <summary>One step of the way to a member: the member, and in a list the place.</summary>
internal readonly record struct PathStep(MemberPlan Member, int Index);
