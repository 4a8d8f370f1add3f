namespace Policing.DataModel.Validation;

/// <summary>Every rule of this package, by stage. An id is never reused.</summary>
public static class FindingRules
{
    private const string Wire = "docs/wire-format.md, JSON";
    private const string Schema = "docs/wire-format.md, Schemas";

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

    /// <summary>The schema asks for another JSON kind.</summary>
    public static FindingRule SchemaKind { get; } = new("PSDK-SCH-0001", Severity.Error, "The schema does not allow this JSON kind here.", Schema, "Write the kind that the data dictionary names for this member; leave a null out.");

    /// <summary>The schema does not know this member.</summary>
    public static FindingRule SchemaClosed { get; } = new("PSDK-SCH-0002", Severity.Error, "The schema for producers does not know this member; a reader keeps it.", Schema, "Check the spelling, or put your own data under 'extensions'.");

    /// <summary>A text, list or object is empty.</summary>
    public static FindingRule SchemaEmpty { get; } = new("PSDK-SCH-0003", Severity.Error, "An empty text, list or object is written, which the schema for producers does not allow.", Schema, "Leave the member out, or give the reason under 'absent'.");

    /// <summary>The record is of none of the types that the schema knows.</summary>
    public static FindingRule SchemaType { get; } = new("PSDK-SCH-0004", Severity.Error, "The record is of none of the types that the schema for producers knows.", Schema, "Use a type of this version of the model.");

    /// <summary>The value does not meet the schema in another way, and no other stage says how.</summary>
    public static FindingRule SchemaOther { get; } = new("PSDK-SCH-0005", Severity.Error, "The value does not meet the schema.", Schema, "Compare it with the schema of its record type, at this place.");

    /// <summary>The schema could not be checked within its limits.</summary>
    public static FindingRule SchemaRefused { get; } = new("PSDK-SCH-0006", Severity.Error, "The schema could not be checked within its limits.", "docs/wire-format.md, Limits", "Split the content into smaller records.");

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
    public static FindingRule NoController { get; } = new("PSDK-RUL-0004", Severity.Error, "The record has no controller.", "DPA 2018 s.32", "Name the agency that controls it; only links, bundles, receipts, tombstones and what is not personal data may leave it out.");

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

    /// <summary>An action or sanitisation code stands in a grade that is not handled under conditions.</summary>
    public static FindingRule GradeUnconditional { get; } = new("PSDK-RUL-0050", Severity.Error, "An action or sanitisation code stands without handling code C.", "3x5x2 intelligence grading", "Leave it out under P, or grade the item C with its conditions.");

    /// <summary>A grade handled under conditions lacks its action code, sanitisation code or conditions.</summary>
    public static FindingRule GradeConditional { get; } = new("PSDK-RUL-0051", Severity.Error, "Handling code C lacks its action code, sanitisation code or conditions.", "3x5x2 intelligence grading", "Give all three, or grade the item P.");

    /// <summary>A grade with action code A3 does not say what use is permitted.</summary>
    public static FindingRule GradeUsage { get; } = new("PSDK-RUL-0052", Severity.Error, "Action code A3 lacks the use that the owner permits.", "3x5x2 intelligence grading", "Write the permitted use in 'usage'.");

    /// <summary>A cancelled crime does not say on what ground.</summary>
    public static FindingRule CancellationReason { get; } = new("PSDK-RUL-0053", Severity.Warning, "The crime is cancelled, and no code says on what ground.", "Home Office Counting Rules, section C (unverified)", "Give 'cancellation' with its reason.");

    /// <summary>An outcome has no date.</summary>
    public static FindingRule OutcomeUndated { get; } = new("PSDK-RUL-0054", Severity.Warning, "The outcome has no date.", "docs/data-dictionary, crime-outcome", "Give 'date', or the reason why there is none under 'absent'.");

    /// <summary>A record that was disposed of still holds something.</summary>
    public static FindingRule TombstoneContent { get; } = new("PSDK-RUL-0055", Severity.Error, "The record was disposed of, and still holds this member.", "docs/data-dictionary, record-status", "Keep only id, type, model version, version and status.");

    /// <summary>A tombstone does not say when, on whose authority or in which version.</summary>
    public static FindingRule TombstoneParts { get; } = new("PSDK-RUL-0056", Severity.Error, "The tombstone lacks its time, its authority or its last version.", "docs/data-dictionary, record-status", "Give 'since', 'authority' and the record's 'version'.");

    /// <summary>A merged record does not name another that it was merged into.</summary>
    public static FindingRule MergedInto { get; } = new("PSDK-RUL-0057", Severity.Error, "The record is merged, and names no other record that it was merged into.", "docs/data-dictionary, record-status", "Give that record's id in 'into'.");

    /// <summary>A restricted record does not say why.</summary>
    public static FindingRule RestrictedGround { get; } = new("PSDK-RUL-0058", Severity.Error, "The record is restricted, and no ground is given.", "DPA 2018 ss.46 and 47", "Give 'ground'.");

    /// <summary>A bundle goes to somebody else without saying under what.</summary>
    public static FindingRule SharingMissing { get; } = new("PSDK-RUL-0059", Severity.Warning, "A recipient is not the sender, and nothing says under what this is shared.", "docs/data-dictionary, bundle", "Give 'sharing' with agreement and purpose.");

    /// <summary>A person in a submission is linked to nothing.</summary>
    public static FindingRule OrphanPerson { get; } = new("PSDK-RUL-0060", Severity.Warning, "The person is linked to nothing in the submission.", "POLE 1.4", "Add the link that says why the person is in it.");

    /// <summary>A message has a place below 1 among those of its matter.</summary>
    public static FindingRule MessageSequence { get; } = new("PSDK-RUL-0061", Severity.Error, "The sequence number is below 1.", "docs/data-dictionary, message-block", "Count the messages of a correlation from 1.");

    /// <summary>A receipt rejects a bundle and says nothing of why.</summary>
    public static FindingRule RejectionUnexplained { get; } = new("PSDK-RUL-0062", Severity.Warning, "The bundle is rejected, and neither a finding nor a reason says why.", "docs/data-dictionary, receipt", "Give the findings, or a reason without personal data.");

    /// <summary>A significant decision on sensitive data was made without a human being, and nothing permits it.</summary>
    public static FindingRule AutomationBasis { get; } = new("PSDK-RUL-0063", Severity.Warning, "A significant decision without a human being rests on sensitive data, and no basis is named.", "DPA 2018 s.50B (unverified)", "Name the basis in 'automationBasis', or have a human being decide.");

    /// <summary>A likelihood is not a number from 0 to 1.</summary>
    public static FindingRule Likelihood { get; } = new("PSDK-RUL-0064", Severity.Error, "The likelihood lies outside 0 to 1.", "docs/data-dictionary, decision-record", "Write a fraction; a score of another scale is no likelihood.");

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
        SchemaKind, SchemaClosed, SchemaEmpty, SchemaType, SchemaOther, SchemaRefused,
        UnknownCode, EmptyCode, CodeNotInForce, NotMapped, UnknownAgency,
        Malformed, ValueAndReason, PointerNowhere, NoController, TimeWindow, FutureDate, DateOrder, PointOutside, PointAbroad, LondonClock,
        LinkKinds, LinkEnd, EndNotFound, DuplicateId, BundleMarking, NestedBundle, BundleParts, AboveCeiling,
        IdentifierForm,
        GradeUnconditional, GradeConditional, GradeUsage, CancellationReason, OutcomeUndated, TombstoneContent, TombstoneParts, MergedInto,
        RestrictedGround, SharingMissing, OrphanPerson, MessageSequence, RejectionUnexplained, AutomationBasis, Likelihood,
        EmailForm, DueDate, RangeOrder, ImpossibleAge, DocumentCountry, RoleDetails, SealBroken, NumberOfOther,
    ];
}
