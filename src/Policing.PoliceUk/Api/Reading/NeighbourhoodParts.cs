using Policing.DataModel;

namespace Policing.PoliceUk.Api;

/// <summary>Reads the neighbourhoods. A member stands for the number of its place in the table.</summary>
internal static class NeighbourhoodParts
{
    public static NeighbourhoodPlace NeighbourhoodPlace(ref AnswerReader reader)
    {
        var members = default(MemberSet);
        string? force = null;
        string? neighbourhood = null;
        while (reader.NextMember())
        {
            var member = reader.Name;
            if (member.SequenceEqual("force"u8))
                force = reader.Text(ref members, 0);
            else if (member.SequenceEqual("neighbourhood"u8))
                neighbourhood = reader.Text(ref members, 1);
            else
                reader.Keep(ref members);
        }

        return new()
        {
            Force = force,
            Neighbourhood = neighbourhood,
            Unknown = members.Kept,
        };
    }

    public static NeighbourhoodName NeighbourhoodName(ref AnswerReader reader)
    {
        var members = default(MemberSet);
        string? id = null;
        string? name = null;
        while (reader.NextMember())
        {
            var member = reader.Name;
            if (member.SequenceEqual("id"u8))
                id = reader.Text(ref members, 0);
            else if (member.SequenceEqual("name"u8))
                name = reader.Text(ref members, 1);
            else
                reader.Keep(ref members);
        }

        return new()
        {
            Id = id,
            Name = name,
            Unknown = members.Kept,
        };
    }

    public static NeighbourhoodDetails NeighbourhoodDetails(ref AnswerReader reader)
    {
        var members = default(MemberSet);
        string? id = null;
        string? name = null;
        string? url = null;
        BoundaryPoint? centre = null;
        long? population = null;
        string? description = null;
        PublishedContact? contact = null;
        ValueList<PublishedLink> links = default;
        ValueList<TeamPlace> locations = default;
        while (reader.NextMember())
        {
            var member = reader.Name;
            if (member.SequenceEqual("id"u8))
                id = reader.Text(ref members, 0);
            else if (member.SequenceEqual("name"u8))
                name = reader.Text(ref members, 1);
            else if (member.SequenceEqual("url_force"u8))
                url = reader.Text(ref members, 2);
            else if (member.SequenceEqual("centre"u8))
                centre = reader.Part<BoundaryPoint>(ref members, 3, BoundaryPoint);
            else if (member.SequenceEqual("population"u8))
                population = reader.Integer(ref members, 4);
            else if (member.SequenceEqual("description"u8))
                description = reader.Text(ref members, 5);
            else if (member.SequenceEqual("contact_details"u8))
                contact = reader.Part<PublishedContact>(ref members, 6, ForceParts.PublishedContact);
            else if (member.SequenceEqual("links"u8))
                links = reader.Parts<PublishedLink>(ref members, 7, PublishedLink);
            else if (member.SequenceEqual("locations"u8))
                locations = reader.Parts<TeamPlace>(ref members, 8, TeamPlace);
            else
                reader.Keep(ref members);
        }

        return new()
        {
            Id = id,
            Name = name,
            Url = url,
            Centre = centre,
            Population = population,
            Description = description,
            Contact = contact,
            Links = links,
            Locations = locations,
            Unknown = members.Kept,
        };
    }

    public static PublishedLink PublishedLink(ref AnswerReader reader)
    {
        var members = default(MemberSet);
        string? title = null;
        string? description = null;
        string? url = null;
        while (reader.NextMember())
        {
            var member = reader.Name;
            if (member.SequenceEqual("title"u8))
                title = reader.Text(ref members, 0);
            else if (member.SequenceEqual("description"u8))
                description = reader.Text(ref members, 1);
            else if (member.SequenceEqual("url"u8))
                url = reader.Text(ref members, 2);
            else
                reader.Keep(ref members);
        }

        return new()
        {
            Title = title,
            Description = description,
            Url = url,
            Unknown = members.Kept,
        };
    }

    public static TeamPlace TeamPlace(ref AnswerReader reader)
    {
        var members = default(MemberSet);
        string? kind = null;
        string? name = null;
        string? description = null;
        string? address = null;
        string? postcode = null;
        decimal? latitude = null;
        decimal? longitude = null;
        while (reader.NextMember())
        {
            var member = reader.Name;
            if (member.SequenceEqual("type"u8))
                kind = reader.Text(ref members, 0);
            else if (member.SequenceEqual("name"u8))
                name = reader.Text(ref members, 1);
            else if (member.SequenceEqual("description"u8))
                description = reader.Text(ref members, 2);
            else if (member.SequenceEqual("address"u8))
                address = reader.Text(ref members, 3);
            else if (member.SequenceEqual("postcode"u8))
                postcode = reader.Text(ref members, 4);
            else if (member.SequenceEqual("latitude"u8))
                latitude = reader.Degrees(ref members, 5);
            else if (member.SequenceEqual("longitude"u8))
                longitude = reader.Degrees(ref members, 6);
            else
                reader.Keep(ref members);
        }

        return new()
        {
            Kind = kind,
            Name = name,
            Description = description,
            Address = address,
            Postcode = postcode,
            Latitude = latitude,
            Longitude = longitude,
            Unknown = members.Kept,
        };
    }

    public static BoundaryPoint BoundaryPoint(ref AnswerReader reader)
    {
        var members = default(MemberSet);
        decimal? latitude = null;
        decimal? longitude = null;
        while (reader.NextMember())
        {
            var member = reader.Name;
            if (member.SequenceEqual("latitude"u8))
                latitude = reader.Degrees(ref members, 0);
            else if (member.SequenceEqual("longitude"u8))
                longitude = reader.Degrees(ref members, 1);
            else
                reader.Keep(ref members);
        }

        return new()
        {
            Latitude = latitude,
            Longitude = longitude,
            Unknown = members.Kept,
        };
    }

    public static NeighbourhoodPriority NeighbourhoodPriority(ref AnswerReader reader)
    {
        var members = default(MemberSet);
        string? issue = null;
        PartialDateTime issueDate = default;
        string? action = null;
        PartialDateTime actionDate = default;
        while (reader.NextMember())
        {
            var member = reader.Name;
            if (member.SequenceEqual("issue"u8))
                issue = reader.Text(ref members, 0);
            else if (member.SequenceEqual("issue-date"u8))
                issueDate = reader.Date(ref members, 1);
            else if (member.SequenceEqual("action"u8))
                action = reader.Text(ref members, 2);
            else if (member.SequenceEqual("action-date"u8))
                actionDate = reader.Date(ref members, 3);
            else
                reader.Keep(ref members);
        }

        return new()
        {
            Issue = issue,
            IssueDate = issueDate,
            Action = action,
            ActionDate = actionDate,
            Unknown = members.Kept,
        };
    }

    public static NeighbourhoodEvent NeighbourhoodEvent(ref AnswerReader reader)
    {
        var members = default(MemberSet);
        string? title = null;
        string? kind = null;
        PartialDateTime startsAt = default;
        PartialDateTime endsAt = default;
        string? description = null;
        string? address = null;
        PublishedContact? contact = null;
        while (reader.NextMember())
        {
            var member = reader.Name;
            if (member.SequenceEqual("title"u8))
                title = reader.Text(ref members, 0);
            else if (member.SequenceEqual("type"u8))
                kind = reader.Text(ref members, 1);
            else if (member.SequenceEqual("start_date"u8))
                startsAt = reader.Date(ref members, 2);
            else if (member.SequenceEqual("end_date"u8))
                endsAt = reader.Date(ref members, 3);
            else if (member.SequenceEqual("description"u8))
                description = reader.Text(ref members, 4);
            else if (member.SequenceEqual("address"u8))
                address = reader.Text(ref members, 5);
            else if (member.SequenceEqual("contact_details"u8))
                contact = reader.Part<PublishedContact>(ref members, 6, ForceParts.PublishedContact);
            else
                reader.Keep(ref members);
        }

        return new()
        {
            Title = title,
            Kind = kind,
            StartsAt = startsAt,
            EndsAt = endsAt,
            Description = description,
            Address = address,
            Contact = contact,
            Unknown = members.Kept,
        };
    }
}
