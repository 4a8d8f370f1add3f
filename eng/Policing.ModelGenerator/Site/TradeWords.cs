namespace Policing.ModelGenerator.Site;

/// <summary>Words by which people in the trade look for something that the model calls otherwise. For the search only; they are no part of the model.</summary>
internal static class TradeWords
{
    private static readonly Dictionary<string, string> s_words = new(StringComparer.Ordinal)
    {
        ["values/vrm.html"] = "number plate|registration number|reg",
        ["values/vin.html"] = "chassis number",
        ["values/arrest-summons-number.html"] = "ASN",
        ["values/case-urn.html"] = "URN|unique reference number",
        ["values/driver-number.html"] = "driving licence number",
        ["values/national-insurance-number.html"] = "NINO|NI number",
        ["values/offence-code.html"] = "CJS code|CCCJS|PNLD code",
        ["values/collar-number.html"] = "shoulder number|warrant number|epaulette number",
        ["values/home-office-classification.html"] = "HO code|HOCR|crime code",
        ["values/partial-date-time.html"] = "date|time|timestamp",
        ["values/telephone-number.html"] = "phone number|mobile number|MSISDN",
        ["values/uprn.html"] = "property reference",
        ["records/person.html"] = "nominal|subject|individual",
        ["records/link.html"] = "relationship|association|involvement|role",
        ["records/crime.html"] = "offence|crime report|occurrence",
        ["records/incident.html"] = "CAD|command and control|log|call",
        ["records/stop-search.html"] = "stop and search|stop account",
        ["records/missing-person-episode.html"] = "MISPER|missing person|missing from home",
        ["records/intelligence-report.html"] = "5x5x5|3x5x2|intel",
        ["records/road-traffic-collision.html"] = "RTC|RTA|STATS19|accident",
        ["records/safeguarding-concern.html"] = "PPN|vulnerability|domestic abuse|child protection",
        ["records/property.html"] = "item|stolen goods",
        ["records/media-item.html"] = "photograph|CCTV|body worn video|BWV|image",
        ["records/charge.html"] = "summons|postal requisition",
        ["parts/birth-date.html"] = "DOB|date of birth",
        ["parts/officer-reference.html"] = "OIC|officer in the case",
        ["lists/agencies.html"] = "police force|force code|forces",
        ["lists/crime-outcome.html"] = "clear up|detection|disposal code",
        ["lists/ethnicity-observed.html"] = "IC code|6+1",
        ["lists/ethnicity-self-defined.html"] = "16+1|18+1|SDE",
    };

    /// <summary>The places that words lead to.</summary>
    public static IEnumerable<string> Places => s_words.Keys;

    /// <summary>The words for what stands on a page, with bars between them; empty where there are none.</summary>
    public static string For(string page) => s_words.GetValueOrDefault(page, "");
}
