using Policing.DataModel;

namespace Policing.PoliceUk.Api;

/// <summary>Reads what the service says of itself. A member stands for the number of its place in the table.</summary>
internal static class ServiceParts
{
    public static LastUpdate LastUpdate(ref AnswerReader reader)
    {
        var members = default(MemberSet);
        PartialDateTime date = default;
        while (reader.NextMember())
        {
            var member = reader.Name;
            if (member.SequenceEqual("date"u8))
                date = reader.Date(ref members, 0);
            else
                reader.Keep(ref members);
        }

        return new()
        {
            Date = date,
            Unknown = members.Kept,
        };
    }

    public static AvailableMonth AvailableMonth(ref AnswerReader reader)
    {
        var members = default(MemberSet);
        PartialDateTime month = default;
        ValueList<string> stopAndSearchForces = default;
        while (reader.NextMember())
        {
            var member = reader.Name;
            if (member.SequenceEqual("date"u8))
                month = reader.Date(ref members, 0);
            else if (member.SequenceEqual("stop-and-search"u8))
                stopAndSearchForces = reader.Texts(ref members, 1);
            else
                reader.Keep(ref members);
        }

        return new()
        {
            Month = month,
            StopAndSearchForces = stopAndSearchForces,
            Unknown = members.Kept,
        };
    }

    public static CategoryName CategoryName(ref AnswerReader reader)
    {
        var members = default(MemberSet);
        string? code = null;
        string? name = null;
        while (reader.NextMember())
        {
            var member = reader.Name;
            if (member.SequenceEqual("url"u8))
                code = reader.Text(ref members, 0);
            else if (member.SequenceEqual("name"u8))
                name = reader.Text(ref members, 1);
            else
                reader.Keep(ref members);
        }

        return new()
        {
            Code = code,
            Name = name,
            Unknown = members.Kept,
        };
    }
}
