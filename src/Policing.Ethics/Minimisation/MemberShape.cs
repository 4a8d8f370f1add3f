namespace Policing.Ethics.Minimisation;

/// <summary>Whether a member holds one value, a list, or a map.</summary>
internal enum MemberShape
{
    One,
    List,
    Map,
}
