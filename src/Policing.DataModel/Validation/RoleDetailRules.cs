using Policing.DataModel.Codes;

namespace Policing.DataModel.Validation;

/// <summary>The details of a link that only some roles have.</summary>
internal static class RoleDetailRules
{
    // A victim is often a witness too, with one link for both.
    private static readonly LinkRole[] Victims = [LinkRole.Victim, LinkRole.PersonAtRisk, LinkRole.Deceased];
    private static readonly LinkRole[] Witnesses = [LinkRole.Witness, LinkRole.Victim, LinkRole.ReportingParty, LinkRole.PersonAtRisk];

    private static readonly LinkRole[] Suspects =
    [
        LinkRole.Suspect, LinkRole.Offender, LinkRole.Convicted, LinkRole.PersonOfInterest, LinkRole.PersonPosingRisk,
        LinkRole.Arrested, LinkRole.Detained, LinkRole.Charged, LinkRole.DealtWith,
    ];

    public static void Check(Inspector inspector, Link link)
    {
        if (link.Role is not { OwnCode: not null } role) return;
        if (link.Victim is not null && !IsOneOf(Victims, role)) inspector.Find(FindingRules.RoleDetails, "victim");
        if (link.Witness is not null && !IsOneOf(Witnesses, role)) inspector.Find(FindingRules.RoleDetails, "witness");
        if (link.Suspect is not null && !IsOneOf(Suspects, role)) inspector.Find(FindingRules.RoleDetails, "suspect");
    }

    private static bool IsOneOf(LinkRole[] roles, LinkRole role) => Array.Exists(roles, role.Means);
}
