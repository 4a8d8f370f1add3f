using System.Text.Json.Nodes;

namespace Policing.SchemaProof.Cases;

/// <summary>Small changes of a JSON value.</summary>
internal static class Mutations
{
    public static JsonNode? Change(JsonNode? value, Random random)
    {
        JsonNode? copy = value?.DeepClone();
        for (int changes = random.Next(4) == 0 ? 2 : 1; changes > 0; changes--)
        {
            copy = ChangeSomewhere(copy, random);
        }
        return copy;
    }

    private static JsonNode? ChangeSomewhere(JsonNode? value, Random random)
    {
        if (value is JsonObject { Count: > 0 } members && random.Next(5) > 0)
        {
            string name = members.ElementAt(random.Next(members.Count)).Key;
            JsonNode? member = members[name];
            members.Remove(name);
            switch (random.Next(4))
            {
                case 0:
                    break;
                case 1:
                    members[Values.Pick(random, Values.Names)] = member;
                    break;
                default:
                    members[name] = ChangeSomewhere(member, random);
                    break;
            }
            return members;
        }
        if (value is JsonArray { Count: > 0 } items && random.Next(5) > 0)
        {
            int place = random.Next(items.Count);
            JsonNode? item = items[place];
            items.RemoveAt(place);
            switch (random.Next(5))
            {
                case 0:
                    break;
                case 1:
                    items.Insert(place, item?.DeepClone());
                    items.Insert(random.Next(items.Count + 1), item);
                    break;
                case 2:
                    items.Insert(random.Next(items.Count + 1), item);
                    break;
                default:
                    items.Insert(place, ChangeSomewhere(item, random));
                    break;
            }
            return items;
        }
        return ChangeHere(value, random);
    }

    private static JsonNode? ChangeHere(JsonNode? value, Random random)
    {
        switch (value)
        {
            case JsonObject members when random.Next(2) == 0:
                members[Values.Pick(random, Values.Names)] = Values.Any(random, 1);
                return members;
            case JsonArray items when random.Next(2) == 0:
                items.Insert(random.Next(items.Count + 1), Values.Any(random, 1));
                return items;
            case JsonValue text when text.GetValueKind() is System.Text.Json.JsonValueKind.String && random.Next(2) == 0:
                return text.GetValue<string>() + Values.Pick(random, Values.Strings);
            default:
                return Values.Any(random, 1);
        }
    }
}
