using System.Globalization;
using System.Text;

namespace Policing.Benchmarks.ApiAnswers;

/// <summary>
/// An answer of all crime of a month, as the service writes it: nothing between the members, about eight crimes at a map point, a quarter of them
/// anti-social behaviour. Invented, and the same each time.
/// </summary>
internal static class SyntheticAnswer
{
    private static readonly string[] Categories =
        ["violent-crime", "shoplifting", "criminal-damage-arson", "public-order", "vehicle-crime", "other-theft", "burglary", "drugs", "bicycle-theft", "robbery"];

    private static readonly string[] Outcomes =
        ["Under investigation", "Unable to prosecute suspect", "Investigation complete; no suspect identified", "Awaiting court outcome", "Local resolution"];

    /// <summary>So many bytes of it, or a little more.</summary>
    public static byte[] Make(int bytes, string month = "2024-02")
    {
        Random random = new(7);
        StringBuilder json = new(bytes + 1024);
        // 420 bytes a crime.
        string[] places = [.. Enumerable.Range(0, Math.Max(1, bytes / 420 / 8)).Select(n => Place(random, n))];
        while (json.Length < bytes)
            json.Append(json.Length == 0 ? '[' : ',').Append(Crime(random, places, month));
        return Encoding.UTF8.GetBytes(json.Append(']').ToString());
    }

    private static string Place(Random random, int number) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"latitude":"{{0.05 + (random.NextDouble() / 10):0.000000}}","street":{"id":{{900_000 + number}},"name":"On or near Example Street {{number}}"},"longitude":"{{-30.25 + (random.NextDouble() / 10):0.000000}}"}""");

    private static string Crime(Random random, string[] places, string month)
    {
        bool isNuisance = random.Next(4) == 0;
        string category = isNuisance ? "anti-social-behaviour" : Categories[random.Next(Categories.Length)];
        string outcome = isNuisance ? "null" : $$"""{"category":"{{Outcomes[random.Next(Outcomes.Length)]}}","date":"{{month}}"}""";
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"category":"{{category}}","location_type":"Force","location":{{places[random.Next(places.Length)]}},"context":"","outcome_status":{{outcome}},"persistent_id":"{{(isNuisance ? "" : Digits(random))}}","id":{{random.Next(90_000_000, 99_999_999)}},"location_subtype":"","month":"{{month}}"}""");
    }

    private static string Digits(Random random)
    {
        byte[] bytes = new byte[32];
        random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
