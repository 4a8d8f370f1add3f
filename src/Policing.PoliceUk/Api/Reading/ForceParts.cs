using Policing.DataModel;

namespace Policing.PoliceUk.Api;

/// <summary>Reads the forces and their officers. A member stands for the number of its place in the table.</summary>
internal static class ForceParts
{
    public static ForceName ForceName(ref AnswerReader reader)
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

    public static ForceDetails ForceDetails(ref AnswerReader reader)
    {
        var members = default(MemberSet);
        string? id = null;
        string? name = null;
        string? description = null;
        string? url = null;
        string? telephone = null;
        ValueList<EngagementMethod> engagementMethods = default;
        while (reader.NextMember())
        {
            var member = reader.Name;
            if (member.SequenceEqual("id"u8))
                id = reader.Text(ref members, 0);
            else if (member.SequenceEqual("name"u8))
                name = reader.Text(ref members, 1);
            else if (member.SequenceEqual("description"u8))
                description = reader.Text(ref members, 2);
            else if (member.SequenceEqual("url"u8))
                url = reader.Text(ref members, 3);
            else if (member.SequenceEqual("telephone"u8))
                telephone = reader.Text(ref members, 4);
            else if (member.SequenceEqual("engagement_methods"u8))
                engagementMethods = reader.Parts<EngagementMethod>(ref members, 5, EngagementMethod);
            else
                reader.Keep(ref members);
        }

        return new()
        {
            Id = id,
            Name = name,
            Description = description,
            Url = url,
            Telephone = telephone,
            EngagementMethods = engagementMethods,
            Unknown = members.Kept,
        };
    }

    public static EngagementMethod EngagementMethod(ref AnswerReader reader)
    {
        var members = default(MemberSet);
        string? kind = null;
        string? title = null;
        string? description = null;
        string? url = null;
        while (reader.NextMember())
        {
            var member = reader.Name;
            if (member.SequenceEqual("type"u8))
                kind = reader.Text(ref members, 0);
            else if (member.SequenceEqual("title"u8))
                title = reader.Text(ref members, 1);
            else if (member.SequenceEqual("description"u8))
                description = reader.Text(ref members, 2);
            else if (member.SequenceEqual("url"u8))
                url = reader.Text(ref members, 3);
            else
                reader.Keep(ref members);
        }

        return new()
        {
            Kind = kind,
            Title = title,
            Description = description,
            Url = url,
            Unknown = members.Kept,
        };
    }

    public static OfficerProfile OfficerProfile(ref AnswerReader reader)
    {
        var members = default(MemberSet);
        string? name = null;
        string? rank = null;
        string? biography = null;
        PublishedContact? contact = null;
        while (reader.NextMember())
        {
            var member = reader.Name;
            if (member.SequenceEqual("name"u8))
                name = reader.Text(ref members, 0);
            else if (member.SequenceEqual("rank"u8))
                rank = reader.Text(ref members, 1);
            else if (member.SequenceEqual("bio"u8))
                biography = reader.Text(ref members, 2);
            else if (member.SequenceEqual("contact_details"u8))
                contact = reader.Part<PublishedContact>(ref members, 3, PublishedContact);
            else
                reader.Keep(ref members);
        }

        return new()
        {
            Name = name,
            Rank = rank,
            Biography = biography,
            Contact = contact,
            Unknown = members.Kept,
        };
    }

    public static PublishedContact PublishedContact(ref AnswerReader reader)
    {
        var members = default(MemberSet);
        string? email = null;
        string? telephone = null;
        string? mobile = null;
        string? fax = null;
        string? web = null;
        string? address = null;
        string? facebook = null;
        string? twitter = null;
        string? youTube = null;
        string? mySpace = null;
        string? bebo = null;
        string? flickr = null;
        string? forum = null;
        string? blog = null;
        string? rss = null;
        while (reader.NextMember())
        {
            var member = reader.Name;
            if (member.SequenceEqual("email"u8))
                email = reader.Text(ref members, 0);
            else if (member.SequenceEqual("telephone"u8))
                telephone = reader.Text(ref members, 1);
            else if (member.SequenceEqual("mobile"u8))
                mobile = reader.Text(ref members, 2);
            else if (member.SequenceEqual("fax"u8))
                fax = reader.Text(ref members, 3);
            else if (member.SequenceEqual("web"u8))
                web = reader.Text(ref members, 4);
            else if (member.SequenceEqual("address"u8))
                address = reader.Text(ref members, 5);
            else if (member.SequenceEqual("facebook"u8))
                facebook = reader.Text(ref members, 6);
            else if (member.SequenceEqual("twitter"u8))
                twitter = reader.Text(ref members, 7);
            else if (member.SequenceEqual("youtube"u8))
                youTube = reader.Text(ref members, 8);
            else if (member.SequenceEqual("myspace"u8))
                mySpace = reader.Text(ref members, 9);
            else if (member.SequenceEqual("bebo"u8))
                bebo = reader.Text(ref members, 10);
            else if (member.SequenceEqual("flickr"u8))
                flickr = reader.Text(ref members, 11);
            else if (member.SequenceEqual("forum"u8))
                forum = reader.Text(ref members, 12);
            else if (member.SequenceEqual("blog"u8))
                blog = reader.Text(ref members, 13);
            else if (member.SequenceEqual("rss"u8))
                rss = reader.Text(ref members, 14);
            else
                reader.Keep(ref members);
        }

        return new()
        {
            Email = email,
            Telephone = telephone,
            Mobile = mobile,
            Fax = fax,
            Web = web,
            Address = address,
            Facebook = facebook,
            Twitter = twitter,
            YouTube = youTube,
            MySpace = mySpace,
            Bebo = bebo,
            Flickr = flickr,
            Forum = forum,
            Blog = blog,
            Rss = rss,
            Unknown = members.Kept,
        };
    }
}
