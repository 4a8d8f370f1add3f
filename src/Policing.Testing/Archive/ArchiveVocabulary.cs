namespace Policing.Testing;

/// <summary>
/// The labels of the coded columns. All but <see cref="ViolentCrime"/> and <see cref="UnlistedCrimeType"/> stand in published archive files
/// (street 2018 and 2019, outcomes 2012, stops 2015 and 2019), with weights near what is found there.
/// </summary>
internal static class ArchiveVocabulary
{
    public const string AntiSocialBehaviour = "Anti-social behaviour";

    /// <summary>The name of violence and sexual offences in the archive's first years.</summary>
    public const string ViolentCrime = "Violent crime";

    /// <summary>In no list: a label that a later year of the archive might bring.</summary>
    public const string UnlistedCrimeType = "Synthetic unlisted type";

    public static readonly Weighted CrimeTypes = new(
        ("Violence and sexual offences", 330), ("Public order", 100), ("Criminal damage and arson", 120), ("Other theft", 100),
        ("Vehicle crime", 90), ("Burglary", 90), ("Shoplifting", 80), ("Drugs", 35), ("Bicycle theft", 20), ("Other crime", 15),
        ("Robbery", 10), ("Theft from the person", 10), ("Possession of weapons", 6));

    public static readonly Weighted LastOutcomes = new(
        ("Investigation complete; no suspect identified", 300), ("Status update unavailable", 250), ("Unable to prosecute suspect", 220),
        ("Court result unavailable", 60), ("Formal action is not in the public interest", 25), ("Local resolution", 20),
        ("Offender given a caution", 15), ("Further investigation is not in the public interest", 15), ("Awaiting court outcome", 6),
        ("Offender given a drugs possession warning", 6), ("Offender given community sentence", 5), ("Offender sent to prison", 5),
        ("Offender fined", 5), ("Suspect charged as part of another case", 4), ("Action to be taken by another organisation", 4),
        ("Offender given conditional discharge", 4), ("Offender given penalty notice", 4), ("Defendant found not guilty", 3),
        ("Offender given suspended prison sentence", 3), ("Court case unable to proceed", 2), ("Offender otherwise dealt with", 2),
        ("Further action is not in the public interest", 2), ("Offender ordered to pay compensation", 1),
        ("Offender deprived of property", 1), ("Defendant sent to Crown Court", 1), ("Offender given absolute discharge", 1));

    public static readonly Weighted OutcomeTypes = new(
        ("Investigation complete; no suspect identified", 400), ("Unable to prosecute suspect", 300), ("Local resolution", 30),
        ("Offender given a caution", 25), ("Formal action is not in the public interest", 25), ("Offender sent to prison", 20),
        ("Further investigation is not in the public interest", 20), ("Offender given community sentence", 15), ("Offender fined", 15),
        ("Offender given a drugs possession warning", 10), ("Offender given conditional discharge", 8),
        ("Offender given penalty notice", 6),
        ("Offender given suspended prison sentence", 6), ("Action to be taken by another organisation", 5),
        ("Suspect charged as part of another case", 5), ("Court case unable to proceed", 4), ("Defendant found not guilty", 4),
        ("Offender otherwise dealt with", 3), ("Offender ordered to pay compensation", 2), ("Offender deprived of property", 1),
        ("Offender given absolute discharge", 1));

    public static readonly Weighted SearchTypes = new(("Person search", 76), ("Person and Vehicle search", 22), ("Vehicle search", 2));

    public static readonly Weighted Genders = new(("Male", 90), ("Female", 9), ("Other", 1));

    public static readonly Weighted AgeRanges = new(("18-24", 36), ("25-34", 24), ("10-17", 20), ("over 34", 19), ("under 10", 1));

    public static readonly Weighted SelfDefinedEthnicities = new(
        ("White - English/Welsh/Scottish/Northern Irish/British", 350), ("Other ethnic group - Not stated", 150),
        ("White - Any other White background", 100), ("Asian/Asian British - Any other Asian background", 60),
        ("Black/African/Caribbean/Black British - Any other Black/African/Caribbean background", 60),
        ("Black/African/Caribbean/Black British - African", 60), ("Black/African/Caribbean/Black British - Caribbean", 50),
        ("Asian/Asian British - Bangladeshi", 30), ("Asian/Asian British - Pakistani", 30), ("Asian/Asian British - Indian", 20),
        ("Other ethnic group - Any other ethnic group", 20),
        ("Mixed/Multiple ethnic groups - Any other Mixed/Multiple ethnic background", 15), ("White - Irish", 10),
        ("Mixed/Multiple ethnic groups - White and Black Caribbean", 10), ("Mixed/Multiple ethnic groups - White and Black African", 5),
        ("Mixed/Multiple ethnic groups - White and Asian", 5), ("Asian/Asian British - Chinese", 3));

    /// <summary>The same question in the words of 2015, with the 16+1 code in brackets.</summary>
    public static readonly Weighted OlderSelfDefinedEthnicities = new(
        ("White - White British (W1)", 26), ("White - White Irish (W2)", 2), ("White - Any other White ethnic background (W9)", 15),
        ("Black or Black British - African (B2)", 10), ("Black or Black British - Caribbean (B1)", 8),
        ("Black or Black British - Any other Black ethnic background (B9)", 10), ("Asian or Asian British - Indian (A1)", 2),
        ("Asian or Asian British - Pakistani (A2)", 2), ("Asian or Asian British - Bangladeshi (A3)", 3),
        ("Asian or Asian British - Any other Asian ethnic background (A9)", 5), ("Mixed - White and Black Caribbean (M1)", 2),
        ("Mixed - White and Black African (M2)", 1), ("Mixed - White and Asian (M3)", 1),
        ("Mixed - Any other Mixed ethnic background (M9)", 2), ("Chinese or other ethnic group - Chinese (O1)", 1),
        ("Chinese or other ethnic group - Any other ethnic group (O9)", 2), ("Not Stated (NS)", 8));

    public static readonly Weighted OfficerDefinedEthnicities = new(("White", 50), ("Black", 25), ("Asian", 18), ("Other", 7));

    public const string Drugs = "Misuse of Drugs Act 1971 (section 23)";
    public const string Evidence = "Police and Criminal Evidence Act 1984 (section 1)";
    public const string WithoutSuspicion = "Criminal Justice and Public Order Act 1994 (section 60)";
    public const string FirearmsAct = "Firearms Act 1968 (section 47)";

    public static readonly Weighted Legislation = new((Drugs, 600), (Evidence, 350), (WithoutSuspicion, 30), (FirearmsAct, 10));

    private static readonly Weighted EvidenceObjects = new(
        ("Offensive weapons", 50), ("Stolen goods", 30), ("Evidence of offences under the Act", 15), ("Fireworks", 2),
        ("Articles for use in criminal damage", 2));

    public static readonly Weighted SearchOutcomes = new(
        ("A no further action disposal", 750), ("Arrest", 140), ("Community resolution", 80), ("Penalty Notice for Disorder", 20),
        ("Summons / charged by post", 12), ("Caution (simple or conditional)", 2));

    /// <summary>The outcomes of a search in the words of 2015.</summary>
    public static readonly Weighted OlderSearchOutcomes = new(
        ("Nothing found - no further action", 68), ("Suspect arrested", 20), ("Offender given drugs possession warning", 9),
        ("Offender given penalty notice", 2), ("Local resolution", 1), ("Suspect summonsed to court", 1), ("Offender cautioned", 1));

    public const string NoFurtherAction = "A no further action disposal";

    public static string ObjectOfSearch(string legislation, ref SyntheticRandom random) => legislation switch
    {
        Drugs => "Controlled drugs",
        WithoutSuspicion => "Anything to threaten or harm anyone",
        FirearmsAct => "Firearms",
        _ => EvidenceObjects.Draw(ref random),
    };

    /// <summary>Every value that the column of this name may have, blank apart.</summary>
    public static IEnumerable<string> ValuesOf(string column) => column switch
    {
        "Crime type" => [.. CrimeTypes.Labels, AntiSocialBehaviour, ViolentCrime, UnlistedCrimeType],
        "Last outcome category" => [.. LastOutcomes.Labels],
        "Outcome type" => [.. OutcomeTypes.Labels],
        "Type" => [.. SearchTypes.Labels],
        "Gender" => [.. Genders.Labels],
        "Age range" => [.. AgeRanges.Labels],
        "Self-defined ethnicity" => [.. SelfDefinedEthnicities.Labels, .. OlderSelfDefinedEthnicities.Labels],
        "Officer-defined ethnicity" => [.. OfficerDefinedEthnicities.Labels],
        "Legislation" => [.. Legislation.Labels],
        "Object of search" => ["Controlled drugs", "Anything to threaten or harm anyone", "Firearms", .. EvidenceObjects.Labels],
        "Outcome" => [.. SearchOutcomes.Labels, .. OlderSearchOutcomes.Labels],
        "Part of a policing operation" or "Outcome linked to object of search" or "Removal of more than just outer clothing" =>
            ["False", "True", "0.0", "1.0"],
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };
}
