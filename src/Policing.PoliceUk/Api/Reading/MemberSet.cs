using System.Runtime.InteropServices;
using Policing.DataModel;

namespace Policing.PoliceUk.Api;

/// <summary>What is known of the object in hand: which members it had, and which are kept aside.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct MemberSet
{
    private ulong _seen;

    /// <summary>The members that are kept as they came.</summary>
    public UnknownMembers? Kept { get; set; }

    /// <summary>Notes a member of the table; false where it was there already.</summary>
    public bool Add(int member)
    {
        var bit = 1UL << member;
        if ((_seen & bit) != 0)
            return false;
        _seen |= bit;
        return true;
    }
}
