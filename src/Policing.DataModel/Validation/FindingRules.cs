namespace Policing.DataModel.Validation;

/// <summary>Every rule of this package, by stage. An id is never reused.</summary>
public static class FindingRules
{
    private const string Wire = "docs/wire-format.md, JSON";

    /// <summary>The text is not JSON.</summary>
    public static FindingRule NotJson { get; } = new("PSDK-JSON-0001", Severity.Error, "The text is not JSON.", "RFC 8259", "Mend the syntax at this place; the text is kept as it came.");

    /// <summary>A member name stands twice in one object.</summary>
    public static FindingRule DuplicateName { get; } = new("PSDK-JSON-0002", Severity.Error, "A member name stands twice in one object.", "RFC 7493 2.3", "Write each name once; readers disagree about which value counts.");

    /// <summary>The text is not UTF-8, or has an escaped half of a surrogate pair.</summary>
    public static FindingRule NotUnicode { get; } = new("PSDK-JSON-0003", Severity.Error, "The text is not valid Unicode in UTF-8.", "RFC 7493 2.1", "Write UTF-8, and escape characters above U+FFFF as pairs.");

    /// <summary>The text does not hold a JSON object.</summary>
    public static FindingRule NotAnObject { get; } = new("PSDK-JSON-0004", Severity.Error, "The text is not a JSON object.", Wire, "A record is one object; for many, use a bundle or NDJSON.");

    /// <summary>There is no <c>type</c> that is a string.</summary>
    public static FindingRule NoType { get; } = new("PSDK-JSON-0005", Severity.Error, "There is no member 'type' that is a string.", Wire, "Write the record's type, for example \"person\".");

    /// <summary>A limit of the reader is exceeded.</summary>
    public static FindingRule OverLimit { get; } = new("PSDK-JSON-0006", Severity.Error, "A limit of the reader is exceeded.", "docs/wire-format.md, Limits", "Split the content, or raise the limit in the options if you trust the source.");

    /// <summary>A member has a value of the wrong JSON kind.</summary>
    public static FindingRule WrongKind { get; } = new("PSDK-JSON-0007", Severity.Error, "The value has the wrong JSON kind; it is kept and written back as it came.", Wire, "Write the kind that the data dictionary names for this member.");

    /// <summary>The <c>type</c> is none that this release knows.</summary>
    public static FindingRule UnknownType { get; } = new("PSDK-JSON-0008", Severity.Warning, "The type is none that this release knows; the record is kept whole.", Wire, "Check the spelling, or read it with a release that knows the type.");

    /// <summary>The <c>type</c> is not that of the record it was read as.</summary>
    public static FindingRule OtherType { get; } = new("PSDK-JSON-0009", Severity.Error, "The type is not that of the record that this was read as; it is kept.", Wire, "Read it as the type it says, or let the type decide.");

    /// <summary>A null or an empty collection is written, which the wire format does not do.</summary>
    public static FindingRule NullOrEmpty { get; } = new("PSDK-JSON-0010", Severity.Information, "A null or an empty collection is read as absent and not written back.", Wire, "Leave the member out.");

    /// <summary>A required member is missing.</summary>
    public static FindingRule Missing { get; } = new("PSDK-JSON-0011", Severity.Error, "A required member is missing.", Wire, "Write the member that the pointer names.");

    /// <summary>A member is none that the model defines.</summary>
    public static FindingRule UnknownMember { get; } = new("PSDK-JSON-0012", Severity.Information, "The model does not define this member; it is kept and written back.", Wire, "Check the spelling, or put your own data under 'extensions'.");

    /// <summary>The record was written for another major version of the model.</summary>
    public static FindingRule OtherMajor { get; } = new("PSDK-JSON-0013", Severity.Error, "The model version has another major number, or is not major.minor.", "docs/wire-format.md, Versions", "Convert the record to this major version first.");

    /// <summary>The record was written for a later minor version of the model.</summary>
    public static FindingRule LaterMinor { get; } = new("PSDK-JSON-0014", Severity.Information, "The model version is a later minor one; members that it added are kept unread.", "docs/wire-format.md, Versions", "Update the SDK to read them.");

    /// <summary>An extension that must be understood is not.</summary>
    public static FindingRule MustUnderstand { get; } = new("PSDK-JSON-0015", Severity.Error, "An extension says that it must be understood, and this reader does not know it.", "docs/wire-format.md, Versions", "Name the extension's owner in the options if your program understands it; else do not act on the record.");

    /// <summary>A code is none of its list.</summary>
    public static FindingRule UnknownCode { get; } = new("PSDK-COD-0001", Severity.Warning, "The code is none of its list; it is kept.", "docs/reference-data.md", "Map it to a code of the list, or deploy an overlay that has it.");

    /// <summary>A code is empty.</summary>
    public static FindingRule EmptyCode { get; } = new("PSDK-COD-0002", Severity.Error, "The code is empty.", "docs/reference-data.md", "Leave the member out, or give the reason under 'absent'.");

    /// <summary>A code was not in force on the record's date.</summary>
    public static FindingRule CodeNotInForce { get; } = new("PSDK-COD-0003", Severity.Warning, "The code was not in force on the record's date.", "docs/reference-data.md", "Use the code that replaced it, or check the date.");

    /// <summary>A code of another list has no mapped code of the property's own list.</summary>
    public static FindingRule NotMapped { get; } = new("PSDK-COD-0004", Severity.Information, "The code or text is not mapped to a code of the property's own list.", "docs/reference-data.md", "Give 'national' where a code of the list means the same.");

    /// <summary>An agency is none of the register.</summary>
    public static FindingRule UnknownAgency { get; } = new("PSDK-COD-0005", Severity.Warning, "The police agency is none of the register.", "docs/reference-data.md", "Use the register's slug, for example \"avon-and-somerset\".");

    /// <summary>A value is malformed.</summary>
    public static FindingRule Malformed { get; } = new("PSDK-RUL-0001", Severity.Error, "The value is not well formed; it is kept as it came.", "docs/data-dictionary", "Write it in the format that the data dictionary gives for this member.");

    /// <summary>A member has a value and a reason for its absence.</summary>
    public static FindingRule ValueAndReason { get; } = new("PSDK-RUL-0002", Severity.Error, "'absent' gives a reason for a member that has a value.", "docs/data-dictionary, envelope", "Keep the value or the reason, never both.");

    /// <summary>A pointer leads nowhere.</summary>
    public static FindingRule PointerNowhere { get; } = new("PSDK-RUL-0003", Severity.Error, "The JSON Pointer is malformed or names no member of this record's type.", "RFC 6901", "Write a pointer to a member of this record, for example \"/names\".");

    /// <summary>A record has no controller.</summary>
    public static FindingRule NoController { get; } = new("PSDK-RUL-0004", Severity.Error, "The record has no controller.", "DPA 2018 s.32", "Name the agency that controls it; only links and bundles may leave it out.");

    /// <summary>A window of time ends before it starts, or lacks the bounds of its kind.</summary>
    public static FindingRule TimeWindow { get; } = new("PSDK-RUL-0005", Severity.Error, "The window ends before it starts, or lacks a bound that its kind needs.", "CJS offence date code", "Give 'start' for every kind, and for 'between' also 'end', in order.");

    /// <summary>A date that the record says is past lies in the future.</summary>
    public static FindingRule FutureDate { get; } = new("PSDK-RUL-0006", Severity.Error, "The date lies in the future.", "POLE 1.4", "Check the date; what a record reports has happened.");

    /// <summary>Something is recorded before it was reported, or ends before it starts.</summary>
    public static FindingRule DateOrder { get; } = new("PSDK-RUL-0007", Severity.Error, "Two dates of the record are in the wrong order.", "POLE 1.4", "Check both dates.");

    /// <summary>A point lies outside the world, or has only one coordinate.</summary>
    public static FindingRule PointOutside { get; } = new("PSDK-RUL-0008", Severity.Error, "The point lacks a coordinate or lies outside the world.", "WGS 84", "Write latitude −90 to 90 and longitude −180 to 180, both.");

    /// <summary>A point lies far outside the United Kingdom.</summary>
    public static FindingRule PointAbroad { get; } = new("PSDK-RUL-0009", Severity.Information, "The point lies outside the United Kingdom's bounding box.", "WGS 84", "Check that latitude and longitude are not exchanged.");

    /// <summary>A local time does not exist or is ambiguous in London.</summary>
    public static FindingRule LondonClock { get; } = new("PSDK-RUL-0010", Severity.Warning, "The clocks of London skipped this local time, or showed it twice.", "Summer Time Order 2002", "Write the offset (Z or +01:00) if it is known.");

    /// <summary>A link's role does not join these kinds.</summary>
    public static FindingRule LinkKinds { get; } = new("PSDK-RUL-0011", Severity.Error, "The role does not join records of these kinds.", "docs/reference-data.md, link-role", "Choose a role that does, or exchange the ends.");

    /// <summary>A link lacks an end or a role.</summary>
    public static FindingRule LinkEnd { get; } = new("PSDK-RUL-0012", Severity.Error, "A link's end names neither a record nor a reference, or names both.", "docs/data-dictionary, link", "Give 'id', or 'reference' with system and value.");

    /// <summary>A link's end is neither in the set nor declared external.</summary>
    public static FindingRule EndNotFound { get; } = new("PSDK-RUL-0013", Severity.Error, "The link's end is neither in the set nor declared external.", "docs/data-dictionary, bundle", "Add the record, or name it under the bundle's 'external'.");

    /// <summary>Two records of a set have one id.</summary>
    public static FindingRule DuplicateId { get; } = new("PSDK-RUL-0014", Severity.Error, "Another record of the set has this id.", "docs/data-dictionary, bundle", "Send one version of each record.");

    /// <summary>A bundle's marking is below that of a record in it.</summary>
    public static FindingRule BundleMarking { get; } = new("PSDK-RUL-0015", Severity.Error, "The bundle is marked below this record.", "docs/data-dictionary, bundle", "Mark the bundle as its highest record, or take the record out.");

    /// <summary>A bundle is inside a bundle.</summary>
    public static FindingRule NestedBundle { get; } = new("PSDK-RUL-0016", Severity.Error, "A bundle holds a bundle.", "docs/data-dictionary, bundle", "Put the records into one bundle.");

    /// <summary>A submission or message lacks what it needs.</summary>
    public static FindingRule BundleParts { get; } = new("PSDK-RUL-0017", Severity.Error, "The bundle lacks a part that its kind needs.", "docs/data-dictionary, bundle", "A submission needs sender and recipients; a message also needs 'message'; every bundle its operational status.");

    /// <summary>A marking is above the ceiling of this reader.</summary>
    public static FindingRule AboveCeiling { get; } = new("PSDK-RUL-0018", Severity.Error, "The marking is above the ceiling of this validator.", "docs/data-dictionary, marking", "Handle the record in a system cleared for its marking.");

    /// <summary>An identifier of a person or thing has not the form of its kind.</summary>
    public static FindingRule IdentifierForm { get; } = new("PSDK-RUL-0030", Severity.Warning, "The identifier does not have the form or check character of its kind; it is kept.", "docs/values.md", "Check it against the source, or name the kind or country that it is of.");

    /// <summary>An e-mail address has not the form of one.</summary>
    public static FindingRule EmailForm { get; } = new("PSDK-RUL-0040", Severity.Warning, "The e-mail address lacks a local part, an @ or a domain; it is kept.", "RFC 5322 3.4.1", "Check it against the source.");

    /// <summary>An unborn child is expected at a time that cannot be, or was born long since.</summary>
    public static FindingRule DueDate { get; } = new("PSDK-RUL-0041", Severity.Warning, "The due date is over a month past or over nine months ahead, and no birth is on record.", "POLE P_011", "Check the date; after the birth, add the date of birth to the same record.");

    /// <summary>The least value of a range is above the greatest.</summary>
    public static FindingRule RangeOrder { get; } = new("PSDK-RUL-0042", Severity.Error, "The greatest value of the range is below the least.", "docs/data-dictionary", "Check both values, or exchange them.");

    /// <summary>An age is below 0 or above 120 years.</summary>
    public static FindingRule ImpossibleAge { get; } = new("PSDK-RUL-0043", Severity.Warning, "The age is below 0 or above 120 years.", "POLE DS_034", "Check the dates of birth and death, and the age.");

    /// <summary>A document's number is one that its country does not issue.</summary>
    public static FindingRule DocumentCountry { get; } = new("PSDK-RUL-0044", Severity.Warning, "The document has a driver number of Great Britain, and another country issued it.", "POLE O_006", "Put the number of another country's licence in 'number'.");

    /// <summary>A link has details that its role does not have.</summary>
    public static FindingRule RoleDetails { get; } = new("PSDK-RUL-0045", Severity.Warning, "The details do not fit the role of the link.", "docs/data-dictionary, link", "Move them to the link that has the role, or check the role.");

    /// <summary>The seals of an exhibit do not follow one another.</summary>
    public static FindingRule SealBroken { get; } = new("PSDK-RUL-0046", Severity.Warning, "The seal is not the one that the exhibit had before.", "docs/data-dictionary, exhibit", "Check the seal numbers, or add the movement that is missing.");

    /// <summary>A number is of a kind that things of this category do not have.</summary>
    public static FindingRule NumberOfOther { get; } = new("PSDK-RUL-0047", Severity.Warning, "Things of this category do not carry a number of this kind.", "POLE O_010", "Check the category and the kind of the number.");

    /// <summary>Every rule, by id.</summary>
    public static IReadOnlyList<FindingRule> All { get; } =
    [
        NotJson, DuplicateName, NotUnicode, NotAnObject, NoType, OverLimit, WrongKind, UnknownType, OtherType, NullOrEmpty, Missing, UnknownMember,
        OtherMajor, LaterMinor, MustUnderstand,
        UnknownCode, EmptyCode, CodeNotInForce, NotMapped, UnknownAgency,
        Malformed, ValueAndReason, PointerNowhere, NoController, TimeWindow, FutureDate, DateOrder, PointOutside, PointAbroad, LondonClock,
        LinkKinds, LinkEnd, EndNotFound, DuplicateId, BundleMarking, NestedBundle, BundleParts, AboveCeiling,
        IdentifierForm,
        EmailForm, DueDate, RangeOrder, ImpossibleAge, DocumentCountry, RoleDetails, SealBroken, NumberOfOther,
    ];
}
