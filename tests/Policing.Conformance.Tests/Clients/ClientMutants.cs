namespace Policing.Conformance.Tests.Clients;

/// <summary>Clients that are wrong in ways that are met in practice.</summary>
internal static class ClientMutants
{
    public static IReadOnlyList<ClientMutant> All { get; } = [.. Calls(), .. Readings(), .. Writings(), .. Exchanges(), .. Followings(), .. Troubles()];

    private static IEnumerable<ClientMutant> Calls()
    {
        yield return new("Sends no purpose", "PSDK-CLI-0001", "read", "no-purpose", Habit.NoPurpose);
        yield return new("Sends a purpose with readings alone", "PSDK-CLI-0001", "change-member", "no-purpose", Habit.PurposeOfReadingsAlone);
        yield return new("Sends the purpose of its settings", "PSDK-CLI-0001", "search", "other-purpose", Habit.FixedPurpose);
        yield return new("Puts the justification into the header", "PSDK-CLI-0002", "read", "told-outside", Habit.WordsInHeader);
        yield return new("Puts the mark into the address", "PSDK-CLI-0002", "search", "told-outside", Habit.MarkInAddress);
        yield return new("Sends no token", "PSDK-CLI-0003", "read", "no-token", Habit.NoToken);
        yield return new("Sends a token of its own making", "PSDK-CLI-0003", "create", "no-token", Habit.TokenOfItsOwn);
        yield return new("Sends no correlation", "PSDK-CLI-0004", "read", "no-correlation", Habit.NoCorrelation);
        yield return new("Follows redirects to other origins", "PSDK-CLI-0005", "elsewhere", "sent-elsewhere", Habit.FollowsRedirects);
        yield return new("Follows redirects at the same origin", "PSDK-CLI-0005", "same-origin", "followed", Habit.FollowsRedirects);
        yield return new("Writes where it is redirected", "PSDK-CLI-0005", "write-elsewhere", "sent-elsewhere", Habit.FollowsRedirects);
        yield return new("Takes a redirect for success", "PSDK-CLI-0005", "write-elsewhere", "taken-for-done", Habit.TakesRedirectsForDone);
        yield return new("Gets new tokens without end", "PSDK-CLI-0006", "always", "too-often", Habit.AsksForTokensForEver);
    }

    private static IEnumerable<ClientMutant> Readings()
    {
        yield return new("Drops members that it does not know", "PSDK-CLI-0101", "unknown-member", "lost", Habit.DropsUnknownMembers);
        yield return new("Drops codes that it does not know", "PSDK-CLI-0101", "unknown-code", "lost", Habit.DropsUnknownCodes);
        yield return new("Puts its own version over that of the record", "PSDK-CLI-0101", "later-minor", "changed", Habit.WritesItsOwnVersion);
        yield return new("Asks for the history of what is not available", "PSDK-CLI-0102", "missing", "asked-more", Habit.ProbesHistory);
        yield return new("Takes what is not available for empty", "PSDK-CLI-0102", "missing", "taken-for-done", Habit.TakesMissingForEmpty);
        yield return new("Says that a record is hidden", "PSDK-CLI-0102", "missing", "other-code", Habit.TellsMissingFromHidden);
        yield return new("Does not compare ids", "PSDK-CLI-0103", "other-record", "taken-for-done", Habit.DoesNotCompareIds);
    }

    private static IEnumerable<ClientMutant> Writings()
    {
        yield return new("Creates without a condition", "PSDK-CLI-0201", "created", "no-condition", Habit.CreatesWithoutCondition);
        yield return new("Takes the ETag of what exists, and overwrites it", "PSDK-CLI-0202", "exists", "overwrote", Habit.OverwritesWhatExists);
        yield return new("Replaces without a condition", "PSDK-CLI-0203", "replace", "no-condition", Habit.ReplacesAnyVersion);
        yield return new("Writes what it changed without a condition", "PSDK-CLI-0203", "change-member", "no-condition", Habit.ReplacesAnyVersion);
        yield return new("Forces its version through with a newer ETag", "PSDK-CLI-0204", "replace", "overwrote", Habit.ForcesItsVersion);
        yield return new("Forces its change through with a newer ETag", "PSDK-CLI-0204", "change-member", "overwrote", Habit.ForcesItsVersion);
        yield return new("Sends again what is stale", "PSDK-CLI-0204", "condition-fails", "sent-twice", Habit.SendsStaleAgain);
        yield return new("Builds the record anew from what it knows", "PSDK-CLI-0205", "unknown-member", "lost", Habit.DropsUnknownMembers);
        yield return new("Leaves out codes that it does not know", "PSDK-CLI-0205", "unknown-code", "lost", Habit.DropsUnknownCodes);
        yield return new("Leaves out extensions", "PSDK-CLI-0205", "extension", "lost", Habit.DropsExtensions);
        yield return new("Writes partial views back", "PSDK-CLI-0206", "partial-view", "sent-partial", Habit.WritesPartialViews);
        yield return new("Writes back what has no ETag", "PSDK-CLI-0206", "no-tag", "sent-partial", Habit.WritesPartialViews);
        yield return new("Writes back what is masked", "PSDK-CLI-0207", "masked", "sent-partial", Habit.DoesNotLookAtAbsent);
        yield return new("Writes back what is withheld", "PSDK-CLI-0207", "withheld", "sent-partial", Habit.DoesNotLookAtAbsent);
        yield return new("Creates from a minimised copy", "PSDK-CLI-0207", "created", "sent-partial", Habit.DoesNotLookAtAbsent);
        yield return new("Takes refusals for success", "PSDK-CLI-0208", "create", "taken-for-done", Habit.TakesRefusalsForDone);
        yield return new("Takes a conflict of bundles for success", "PSDK-CLI-0208", "submit-bundle", "taken-for-done", Habit.TakesRefusalsForDone);
        yield return new("Gives no codes", "PSDK-CLI-0208", "read", "other-code", Habit.GivesNoCodes);
        yield return new("Sends again what was refused", "PSDK-CLI-0208", "replace", "sent-twice", Habit.RepeatsRefusals);
        yield return new("Takes codes that it does not know for success", "PSDK-CLI-0209", "unknown-code", "taken-for-done", Habit.TakesUnknownCodesForDone);
        yield return new("Takes statuses that it does not know for success", "PSDK-CLI-0209", "unknown-status", "taken-for-done", Habit.TakesUnknownCodesForDone);
        yield return new("Knows refusals by their problem alone", "PSDK-CLI-0209", "no-problem", "other-outcome", Habit.KnowsProblemsAlone);
    }

    private static IEnumerable<ClientMutant> Exchanges()
    {
        yield return new("Gives the first page alone", "PSDK-CLI-0301", "pages", "missed-entry", Habit.FirstPageAlone);
        yield return new("Gives the last match of a page twice", "PSDK-CLI-0301", "pages", "given-twice", Habit.OverlapsPages);
        yield return new("Drops matches with grades that it does not know", "PSDK-CLI-0302", "unknown-grade", "missed-entry", Habit.DropsUnknownGrades);
        yield return new("Follows a page to itself", "PSDK-CLI-0303", "itself", "too-often", Habit.GoesRound);
        yield return new("Compares with the last cursor alone", "PSDK-CLI-0303", "circle", "too-often", Habit.ComparesWithTheLastCursorAlone);
        yield return new("Leaves the sharing out of bundles", "PSDK-CLI-0401", "sent", "lost", Habit.RewritesBundles);
        yield return new("Makes a new id for the repetition", "PSDK-CLI-0402", "lost-once", "other-repetition", Habit.NewIdOnRepetition);
        yield return new("Takes a lost answer to a bundle for success", "PSDK-CLI-0402", "lost-always", "taken-for-done", Habit.TakesLostForDone);
        yield return new("Sends no key", "PSDK-CLI-0501", "key", "other-repetition", Habit.NoKey);
        yield return new("Makes a new key for the repetition", "PSDK-CLI-0501", "lost-once", "other-repetition", Habit.NewKeyOnRepetition);
        yield return new("Repeats changes without a key", "PSDK-CLI-0502", "lost", "sent-twice", Habit.RepeatsWithoutKey);
        yield return new("Repeats changes without a key after 503", "PSDK-CLI-0502", "unavailable", "sent-twice", Habit.RepeatsWithoutKey);
        yield return new("Repeats changes without a key after 429", "PSDK-CLI-0502", "limited", "sent-twice", Habit.RepeatsWithoutKey);
        yield return new("Takes half an answer for success", "PSDK-CLI-0502", "cut", "taken-for-done", Habit.TakesAnyAnswer);
        yield return new("Takes a lost answer for failure", "PSDK-CLI-0503", "lost", "other-outcome", Habit.TakesLostForFailed);
        yield return new("Takes a lost answer for success", "PSDK-CLI-0503", "lost", "taken-for-done", Habit.TakesLostForDone);
    }

    private static IEnumerable<ClientMutant> Followings()
    {
        yield return new("Reads the first page alone", "PSDK-CLI-0601", "pages", "missed-entry", Habit.FirstPageAlone);
        yield return new("Begins anew each time", "PSDK-CLI-0602", "later", "given-twice", Habit.ForgetsTheCursor);
        yield return new("Keeps no cursor", "PSDK-CLI-0602", "later", "no-cursor", Habit.GivesNoCursor);
        yield return new("Gives events again", "PSDK-CLI-0603", "twice", "given-twice", Habit.GivesEventsTwice);
        yield return new("Drops what is unavailable", "PSDK-CLI-0604", "unavailable", "missed-entry", Habit.DropsUnavailable);
        yield return new("Stops at a cursor that has expired", "PSDK-CLI-0605", "expired", "other-outcome", Habit.StopsAtExpired);
        yield return new("Begins anew without end", "PSDK-CLI-0605", "again", "too-often", Habit.BeginsAnewForEver);
        yield return new("Stops at an event that it does not know", "PSDK-CLI-0606", "unknown", "missed-entry", Habit.StopsAtUnknownEvents);
    }

    private static IEnumerable<ClientMutant> Troubles()
    {
        yield return new("Does not wait", "PSDK-CLI-0701", "seconds", "too-soon", Habit.DoesNotWait);
        yield return new("Does not wait with writes", "PSDK-CLI-0701", "write", "too-soon", Habit.DoesNotWait);
        yield return new("Knows Retry-After in seconds alone", "PSDK-CLI-0701", "date", "too-soon", Habit.KnowsSecondsAlone);
        yield return new("Retries twenty times", "PSDK-CLI-0702", "read", "too-often", Habit.RetriesForEver);
        yield return new("Takes an outage for success", "PSDK-CLI-0702", "search", "taken-for-done", Habit.TakesOutagesForDone);
        yield return new("Never tries again", "PSDK-CLI-0703", "read", "other-outcome", Habit.NeverRetries);
        yield return new("Takes half a record", "PSDK-CLI-0704", "read-cut", "taken-for-done", Habit.TakesAnyAnswer);
        yield return new("Takes a page for a record", "PSDK-CLI-0704", "read-html", "taken-for-done", Habit.TakesAnyAnswer);
        yield return new("Takes a list for a record", "PSDK-CLI-0704", "read-array", "taken-for-done", Habit.TakesAnyAnswer);
        yield return new("Takes half a page of matches", "PSDK-CLI-0704", "search-cut", "taken-for-done", Habit.TakesAnyAnswer);
        yield return new("Takes an object without matches for none", "PSDK-CLI-0704", "search-none", "taken-for-done", Habit.TakesAnyAnswer);
        yield return new("Takes half a page of changes", "PSDK-CLI-0704", "changes-cut", "taken-for-done", Habit.TakesAnyAnswer);
        yield return new("Has no limit of bytes", "PSDK-CLI-0705", "too-long", "too-much", Habit.HasNoLimit);
        yield return new("Takes lost answers to readings for success", "PSDK-CLI-0706", "read", "taken-for-done", Habit.TakesLostForDone);
        yield return new("Takes lost answers to creations for success", "PSDK-CLI-0706", "create", "taken-for-done", Habit.TakesLostForDone);
        yield return new("Waits without end", "PSDK-CLI-0707", "silence", "too-slow", Habit.WaitsForEver);
    }
}
