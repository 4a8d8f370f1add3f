namespace Policing.DataModel.Completeness;

/// <summary>The members of one kind of record or part, by name.</summary>
/// <param name="members">Their names in order, those that hold parts followed by a colon and the part.</param>
/// <param name="get">The value of a member by its place.</param>
internal sealed class MemberAccess(string members, Func<object, int, object?> get)
{
    private readonly string[] _members = members.Split(' ');

    /// <summary>The value of a member; null where there is none.</summary>
    public object? Get(object owner, int member) => get(owner, member);

    /// <summary>How many members there are.</summary>
    public int Count => _members.Length;

    /// <summary>The name of a member.</summary>
    public string NameOf(int member) => _members[member].Split(':')[0];

    /// <summary>The place of a member, with the part that it holds; -1 for none of this name.</summary>
    public int Find(string name, out string? part)
    {
        for (int i = 0; i < _members.Length; i++)
        {
            string[] member = _members[i].Split(':');
            if (member[0] != name) continue;
            part = member.Length > 1 ? member[1] : null;
            return i;
        }

        part = null;
        return -1;
    }
}
