namespace Policing.Conformance.Cases;

/// <summary>All reasons that a case can fail for.</summary>
internal static class FaultReasons
{
    public static readonly FaultReason AcceptedRefusable = new("accepted", "It would take in what must be refused.", "Refuse the document, and say why by rule and place.");
    public static readonly FaultReason RefusedAcceptable = new("refused", "It would refuse what must be taken in.", "Take the document in; keep what you do not know.");
    public static readonly FaultReason LostMember = new("lost", "A member or an entry is not in what it wrote.", "Keep what you read, known or not, and write it back.");
    public static readonly FaultReason ChangedValue = new("changed", "A value is another in what it wrote.", "Write values as they came; keep the text beside what you parsed.");
    public static readonly FaultReason AddedMember = new("added", "What it wrote has a member or an entry that was not there.", "Leave out what nobody stated; no defaults, no time zones, no empty lists.");
    public static readonly FaultReason NoDocument = new("no-document", "What it wrote is no JSON document.", "Write the whole document in the answer's 'document', as a string.");
    public static readonly FaultReason NotChanged = new("not-changed", "The member does not have the value that was set.", "Set the member that the pointer names to the value, and write the document.");
    public static readonly FaultReason ReasonKept = new("reason-kept", "The member has a value, and 'absent' still gives a reason for its absence.", "When you set a value, take its pointer out of 'absent'.");
    public static readonly FaultReason OtherType = new("other-type", "It wrote a record of another type than was asked for.", "Write the type that was asked for, or do not claim it.");
    public static readonly FaultReason BreaksSchema = new("breaks-schema", "What it wrote does not meet the schema for producers.", "Hold it to schemas/1.0/strict with any validator of draft 2020-12.");
    public static readonly FaultReason BreaksRule = new("breaks-rule", "What it wrote has an error finding.", "policing validate names the rule and the place.");
    public static readonly FaultReason HasWarning = new("has-warning", "What it wrote has a warning.", "policing validate names the rule and the place.");
    public static readonly FaultReason IdForm = new("id-form", "The id is not urn:uuid: with a UUID of version 5 or 7.", "Make ids as UUID version 7, or version 5 from your system's own key; never from a person's identifier.");
    public static readonly FaultReason IdTwice = new("id-twice", "Two records that it wrote have one id.", "Give each record an id of its own.");
    public static readonly FaultReason NoSource = new("no-source", "The record does not say which system it is from.", "Write 'source' with your system's URI and its own reference.");
    public static readonly FaultReason NotTest = new("not-test", "A bundle that was asked for as a test does not say that it is one.", "Write operationalStatus 'test' where the question says so.");
    public static readonly FaultReason ByteOrderMark = new("byte-order-mark", "What it wrote begins with a byte order mark.", "Write UTF-8 without one.");
    public static readonly FaultReason OtherStatus = new("other-status", "The answer has another status than the contract says.", "Answer with the status of the contract.");
    public static readonly FaultReason NoProblem = new("no-problem", "The refusal is no problem of RFC 9457.", "Answer with application/problem+json and an object.");
    public static readonly FaultReason OtherProblem = new("other-problem", "The refusal is for another reason than it should be.", "Look for what is wrong in the order of docs/partner-host.md, and answer with the type and code of the first.");
    public static readonly FaultReason Quoted = new("quoted", "The refusal quotes what was sent.", "Name rules and places; never values or names of others.");
    public static readonly FaultReason Cacheable = new("cacheable", "The answer has no Cache-Control: no-store.", "Set it on every answer.");
    public static readonly FaultReason NotEchoed = new("not-echoed", "The answer does not have the request's Policing-Correlation.", "Echo it on every answer.");
    public static readonly FaultReason OtherForm = new("other-form", "The answer is not of the form that the contract says.", "Answer by the schemas of the contract.");
    public static readonly FaultReason NotDone = new("not-done", "What the answer says was done was not.", "Store first, then answer.");
    public static readonly FaultReason DoneTwice = new("done-twice", "The same request sent again did something again.", "Know a request again by its key or its content.");
    public static readonly FaultReason StillThere = new("still-there", "Something is still to be had that should not be.", "Store nothing of what was refused, and keep nothing of what was disposed of.");
    public static readonly FaultReason NoCheckpoint = new("no-checkpoint", "There is no checkpoint that the log could be judged by.", "See to PSDK-SRV-1351 first; the token needs the scope audit.verify.");
    public static readonly FaultReason NotSigned = new("not-signed", "The key that the run was given has not signed the checkpoint.", "Give the key of this log with --audit-key; sign checkpoints with it.");
    public static readonly FaultReason NotConsistent = new("not-consistent", "The log is another, is shorter, or does not begin as it did before.", "Never take out, change or reorder entries; docs/audit.md says what to do about a log that lost some.");
    public static readonly FaultReason OtherHashes = new("other-hashes", "The tiles do not hash to what is above them or to the root of the checkpoint.", "Serve the tiles of tlog-tiles from the same tree that checkpoints are signed of.");
    public static readonly FaultReason NotWrittenDown = new("not-written-down", "The audit log grew by fewer entries than there were calls.", "Write the entry before you answer, for refusals too; sign a checkpoint soon after.");
    public static readonly FaultReason NotTold = new("not-told", "The stream did not tell of a change that was made.", "Tell subscribers of each change of a record that they may read, in order, from the event on that Last-Event-ID names.");
    public static readonly FaultReason ToldAgain = new("told-again", "The stream told again of what was before Last-Event-ID.", "Begin behind the event that Last-Event-ID names.");
    public static readonly FaultReason NotSetUp = new("not-set-up", "The record that the case needs could not be made.", "See to PSDK-SRV-0351 first.");
    public static readonly FaultReason NoServerAnswer = new("no-server-answer", "There was no whole answer in time.", "Answer every request, and in time.");
    public static readonly FaultReason MissedFault = new("missed", "It says that a document is valid that is not.", "Hold documents to the schema and the rules of this release.");
    public static readonly FaultReason FalseAlarm = new("false-alarm", "It says that a document is not valid that is.", "Hold documents to the schema and the rules of this release.");
    public static readonly FaultReason Skipped = new("skipped", "It claims the operation and skipped this.", "Answer it, or do not claim the operation.");
    public static readonly FaultReason NoAnswer = new("no-answer", "There was no answer within the time.", "Answer each line before you read the next, and flush.");
    public static readonly FaultReason Ended = new("ended", "The program ended instead of answering.", "Catch what the document causes, and answer that you refuse it.");
    public static readonly FaultReason NotAnAnswer = new("not-an-answer", "The line is no answer to the question.", "One JSON object a line, with the question's 'seq': docs/conformance/adapter.md.");
    public static readonly FaultReason AnswerTooLong = new("answer-too-long", "The answer is longer than may be.", "Write the document that was asked for and nothing else.");
    public static readonly FaultReason Threw = new("threw", "It threw an exception instead of answering.", "Catch what the document causes, and answer that you refuse it.");
    public static readonly FaultReason NoPurpose = new("no-purpose", "A call has no Policing-Access, or one that is too long.", "Send the header with every call that touches records.");
    public static readonly FaultReason OtherPurpose = new("other-purpose", "Policing-Access does not say the purpose and basis of the task.", "Write it from what the user's task says.");
    public static readonly FaultReason ToldOutside = new("told-outside", "Words or data stand in an address or a header.", "Send them in bodies only.");
    public static readonly FaultReason NoToken = new("no-token", "A call has no access token that was given to the client.", "Send Authorization: Bearer and the token, on every attempt.");
    public static readonly FaultReason NoCorrelation = new("no-correlation", "A call has no Policing-Correlation that is a UUID.", "Make one for each call.");
    public static readonly FaultReason SentElsewhere = new("sent-elsewhere", "A request came to another origin than the partner's.", "Follow no redirects, and no addresses to other origins.");
    public static readonly FaultReason Followed = new("followed", "A redirect was followed.", "Switch redirects off; report 3xx as no answer of the contract.");
    public static readonly FaultReason NotAsked = new("not-asked", "The request that the task takes did not come.", "Send it by the contract: method, address and form.");
    public static readonly FaultReason AskedMore = new("asked-more", "A request came that the task does not take.", "Stop at the answer; do not look for another way.");
    public static readonly FaultReason NoCondition = new("no-condition", "The write does not carry the condition that it must.", "If-None-Match: * to create, If-Match with the ETag that was read to replace.");
    public static readonly FaultReason Overwrote = new("overwrote", "What another had written was overwritten.", "On 412 read again and change that, or report it.");
    public static readonly FaultReason SentPartial = new("sent-partial", "A record of which the client had only a part was written.", "Do not write what was minimised, masked or withheld.");
    public static readonly FaultReason TakenForDone = new("taken-for-done", "It says that it was done, and it was not, or nobody knows.", "Only an answer of the contract with 2xx says that it was done.");
    public static readonly FaultReason OtherOutcome = new("other-outcome", "It reports another outcome than there was.", "docs/conformance/clients.md says which outcome is which.");
    public static readonly FaultReason OtherCode = new("other-code", "It reports another code than the problem had.", "Give out 'code' of the problem as it came.");
    public static readonly FaultReason TooSoon = new("too-soon", "It sent again before the time of Retry-After.", "Wait as long as it says, from the answer on, or report it.");
    public static readonly FaultReason TooOften = new("too-often", "It sent the same more often than it may.", "Give retries a number.");
    public static readonly FaultReason SentTwice = new("sent-twice", "What may be sent once was sent again.", "Do not repeat it by itself.");
    public static readonly FaultReason OtherRepetition = new("other-repetition", "What was sent again was not the same.", "Keep key, id and bytes, and send those.");
    public static readonly FaultReason MissedEntry = new("missed-entry", "Something that the partner gave is not in what the client gave.", "Go through all pages and entries; keep what you do not know.");
    public static readonly FaultReason GivenTwice = new("given-twice", "Something was given twice.", "Know it again by its id.");
    public static readonly FaultReason NoCursor = new("no-cursor", "It gave no cursor to go on from.", "Give the cursor out with the events.");
    public static readonly FaultReason TooMuch = new("too-much", "It took an answer that is longer than any may be.", "Set a limit of bytes for answers.");
    public static readonly FaultReason TooSlow = new("too-slow", "It did not report within the time of the task.", "Give calls and tasks a time-out.");
    public static readonly FaultReason Found = new("found", "The rule is broken in a document.", "Look the rule up in docs/findings.md.");

    public static IReadOnlyList<FaultReason> All { get; } =
    [
        AcceptedRefusable, RefusedAcceptable, LostMember, ChangedValue, AddedMember, NoDocument, NotChanged, ReasonKept, OtherType, BreaksSchema, BreaksRule, HasWarning, IdForm, IdTwice,
        NoSource, NotTest, ByteOrderMark, MissedFault, FalseAlarm, OtherStatus, NoProblem, OtherProblem, Quoted, Cacheable, NotEchoed, OtherForm, NotDone, DoneTwice, StillThere,
        NoCheckpoint, NotSigned, NotConsistent, OtherHashes, NotWrittenDown, NotTold, ToldAgain,
        NotSetUp, NoServerAnswer, Skipped, NoAnswer, Ended, NotAnAnswer, AnswerTooLong, Threw, Found,
        NoPurpose, OtherPurpose, ToldOutside, NoToken, NoCorrelation, SentElsewhere, Followed, NotAsked, AskedMore, NoCondition, Overwrote, SentPartial,
        TakenForDone, OtherOutcome, OtherCode, TooSoon, TooOften, SentTwice, OtherRepetition, MissedEntry, GivenTwice, NoCursor, TooMuch, TooSlow,
    ];
}
