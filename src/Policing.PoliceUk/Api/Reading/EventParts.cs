using Policing.DataModel;

namespace Policing.PoliceUk.Api;

/// <summary>Reads the events: crimes, outcomes and stops. A member stands for the number of its place in the table.</summary>
internal static class EventParts
{
    public static StreetCrime StreetCrime(ref AnswerReader reader)
    {
        var members = default(MemberSet);
        string? category = null;
        string? locationType = null;
        PublishedPlace? location = null;
        string? context = null;
        OutcomeStatus? outcomeStatus = null;
        string? persistentId = null;
        long? id = null;
        string? locationSubtype = null;
        PartialDateTime month = default;
        while (reader.NextMember())
        {
            var member = reader.Name;
            if (member.SequenceEqual("category"u8))
                category = reader.Text(ref members, 0);
            else if (member.SequenceEqual("location_type"u8))
                locationType = reader.Text(ref members, 1);
            else if (member.SequenceEqual("location"u8))
                location = reader.Place(ref members, 2);
            else if (member.SequenceEqual("context"u8))
                context = reader.Text(ref members, 3);
            else if (member.SequenceEqual("outcome_status"u8))
                outcomeStatus = reader.Outcome(ref members, 4);
            else if (member.SequenceEqual("persistent_id"u8))
                persistentId = reader.OwnText(ref members, 5);
            else if (member.SequenceEqual("id"u8))
                id = reader.Integer(ref members, 6);
            else if (member.SequenceEqual("location_subtype"u8))
                locationSubtype = reader.Text(ref members, 7);
            else if (member.SequenceEqual("month"u8))
                month = reader.Date(ref members, 8);
            else
                reader.Keep(ref members);
        }

        return new()
        {
            Category = category,
            LocationType = locationType,
            Location = location,
            Context = context,
            OutcomeStatus = outcomeStatus,
            PersistentId = persistentId,
            Id = id,
            LocationSubtype = locationSubtype,
            Month = month,
            Unknown = members.Kept,
        };
    }

    public static PublishedPlace PublishedPlace(ref AnswerReader reader)
    {
        var members = default(MemberSet);
        decimal? latitude = null;
        PublishedStreet? street = null;
        decimal? longitude = null;
        while (reader.NextMember())
        {
            var member = reader.Name;
            if (member.SequenceEqual("latitude"u8))
                latitude = reader.Degrees(ref members, 0);
            else if (member.SequenceEqual("street"u8))
                street = reader.Part<PublishedStreet>(ref members, 1, PublishedStreet);
            else if (member.SequenceEqual("longitude"u8))
                longitude = reader.Degrees(ref members, 2);
            else
                reader.Keep(ref members);
        }

        return new()
        {
            Latitude = latitude,
            Street = street,
            Longitude = longitude,
            Unknown = members.Kept,
        };
    }

    public static PublishedStreet PublishedStreet(ref AnswerReader reader)
    {
        var members = default(MemberSet);
        long? id = null;
        string? name = null;
        while (reader.NextMember())
        {
            var member = reader.Name;
            if (member.SequenceEqual("id"u8))
                id = reader.Integer(ref members, 0);
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

    public static OutcomeStatus OutcomeStatus(ref AnswerReader reader)
    {
        var members = default(MemberSet);
        string? category = null;
        PartialDateTime date = default;
        while (reader.NextMember())
        {
            var member = reader.Name;
            if (member.SequenceEqual("category"u8))
                category = reader.Text(ref members, 0);
            else if (member.SequenceEqual("date"u8))
                date = reader.Date(ref members, 1);
            else
                reader.Keep(ref members);
        }

        return new()
        {
            Category = category,
            Date = date,
            Unknown = members.Kept,
        };
    }

    public static StreetOutcome StreetOutcome(ref AnswerReader reader)
    {
        var members = default(MemberSet);
        OutcomeName? category = null;
        PartialDateTime date = default;
        long? personId = null;
        StreetCrime? crime = null;
        while (reader.NextMember())
        {
            var member = reader.Name;
            if (member.SequenceEqual("category"u8))
                category = reader.Part<OutcomeName>(ref members, 0, OutcomeName);
            else if (member.SequenceEqual("date"u8))
                date = reader.Date(ref members, 1);
            else if (member.SequenceEqual("person_id"u8))
                personId = reader.Integer(ref members, 2);
            else if (member.SequenceEqual("crime"u8))
                crime = reader.Part<StreetCrime>(ref members, 3, StreetCrime);
            else
                reader.Keep(ref members);
        }

        return new()
        {
            Category = category,
            Date = date,
            PersonId = personId,
            Crime = crime,
            Unknown = members.Kept,
        };
    }

    public static OutcomeName OutcomeName(ref AnswerReader reader)
    {
        var members = default(MemberSet);
        string? code = null;
        string? name = null;
        while (reader.NextMember())
        {
            var member = reader.Name;
            if (member.SequenceEqual("code"u8))
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

    public static CrimeHistory CrimeHistory(ref AnswerReader reader)
    {
        var members = default(MemberSet);
        StreetCrime? crime = null;
        ValueList<StreetOutcome> outcomes = default;
        while (reader.NextMember())
        {
            var member = reader.Name;
            if (member.SequenceEqual("crime"u8))
                crime = reader.Part<StreetCrime>(ref members, 0, StreetCrime);
            else if (member.SequenceEqual("outcomes"u8))
                outcomes = reader.Parts<StreetOutcome>(ref members, 1, StreetOutcome);
            else
                reader.Keep(ref members);
        }

        return new()
        {
            Crime = crime,
            Outcomes = outcomes,
            Unknown = members.Kept,
        };
    }

    public static StreetStop StreetStop(ref AnswerReader reader)
    {
        var members = default(MemberSet);
        string? kind = null;
        bool? involvedPerson = null;
        PartialDateTime at = default;
        bool? operation = null;
        string? operationName = null;
        PublishedPlace? location = null;
        string? gender = null;
        string? ageRange = null;
        string? selfDefinedEthnicity = null;
        string? officerDefinedEthnicity = null;
        string? legislation = null;
        string? objectOfSearch = null;
        string? outcome = null;
        StopOutcomeName? outcomeObject = null;
        bool? outcomeLinkedToObject = null;
        bool? moreThanOuterClothing = null;
        while (reader.NextMember())
        {
            var member = reader.Name;
            if (member.SequenceEqual("type"u8))
                kind = reader.Text(ref members, 0);
            else if (member.SequenceEqual("involved_person"u8))
                involvedPerson = reader.Flag(ref members, 1);
            else if (member.SequenceEqual("datetime"u8))
                at = reader.Date(ref members, 2);
            else if (member.SequenceEqual("operation"u8))
                operation = reader.Flag(ref members, 3);
            else if (member.SequenceEqual("operation_name"u8))
                operationName = reader.Text(ref members, 4);
            else if (member.SequenceEqual("location"u8))
                location = reader.Place(ref members, 5);
            else if (member.SequenceEqual("gender"u8))
                gender = reader.Text(ref members, 6);
            else if (member.SequenceEqual("age_range"u8))
                ageRange = reader.Text(ref members, 7);
            else if (member.SequenceEqual("self_defined_ethnicity"u8))
                selfDefinedEthnicity = reader.Text(ref members, 8);
            else if (member.SequenceEqual("officer_defined_ethnicity"u8))
                officerDefinedEthnicity = reader.Text(ref members, 9);
            else if (member.SequenceEqual("legislation"u8))
                legislation = reader.Text(ref members, 10);
            else if (member.SequenceEqual("object_of_search"u8))
                objectOfSearch = reader.Text(ref members, 11);
            else if (member.SequenceEqual("outcome"u8))
                outcome = reader.Text(ref members, 12);
            else if (member.SequenceEqual("outcome_object"u8))
                outcomeObject = reader.Part<StopOutcomeName>(ref members, 13, StopOutcomeName);
            else if (member.SequenceEqual("outcome_linked_to_object_of_search"u8))
                outcomeLinkedToObject = reader.Flag(ref members, 14);
            else if (member.SequenceEqual("removal_of_more_than_outer_clothing"u8))
                moreThanOuterClothing = reader.Flag(ref members, 15);
            else
                reader.Keep(ref members);
        }

        return new()
        {
            Kind = kind,
            InvolvedPerson = involvedPerson,
            At = at,
            Operation = operation,
            OperationName = operationName,
            Location = location,
            Gender = gender,
            AgeRange = ageRange,
            SelfDefinedEthnicity = selfDefinedEthnicity,
            OfficerDefinedEthnicity = officerDefinedEthnicity,
            Legislation = legislation,
            ObjectOfSearch = objectOfSearch,
            Outcome = outcome,
            OutcomeObject = outcomeObject,
            OutcomeLinkedToObject = outcomeLinkedToObject,
            MoreThanOuterClothing = moreThanOuterClothing,
            Unknown = members.Kept,
        };
    }

    public static StopOutcomeName StopOutcomeName(ref AnswerReader reader)
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
}
